using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim in the access token's payload with values of one type.</summary>
/// <typeparam name="T">The values' type.</typeparam>
public abstract class SessionClaim<T> : SessionClaim
{
    /// <summary>Creates the claim.</summary>
    /// <param name="key">Its key in the payload.</param>
    protected SessionClaim(string key)
        : base(key)
    {
    }

    /// <summary>Fetches the claim's current value for a user, for example from a database.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="recipeUserId">The login method of the session.</param>
    /// <param name="tenantId">The session's tenant.</param>
    /// <param name="currentPayload">The payload as it is, or null for a session about to be created.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value; none to leave the claim in the payload as it is.</returns>
    public abstract ValueTask<ClaimValue<T>> FetchValueAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, JsonObject? currentPayload, CancellationToken cancellationToken = default);

    /// <summary>Writes a value into a payload.</summary>
    /// <param name="payload">The payload to change.</param>
    /// <param name="value">The value.</param>
    public abstract void AddToPayload(JsonObject payload, T value);

    /// <summary>Reads the value from a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <returns>The value; none when the payload has none, or one of another type.</returns>
    public abstract ClaimValue<T> GetValueFromPayload(JsonObject payload);

    /// <inheritdoc />
    public sealed override async ValueTask<JsonObject> BuildAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, JsonObject? currentPayload, CancellationToken cancellationToken = default)
    {
        var value = await FetchValueAsync(userId, recipeUserId, tenantId, currentPayload, cancellationToken);
        var changes = new JsonObject();
        if (value.HasValue)
        {
            AddToPayload(changes, value.Value);
        }

        return changes;
    }
}
