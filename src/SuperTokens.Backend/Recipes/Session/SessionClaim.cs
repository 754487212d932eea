using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim in the access token's payload that this backend can fetch and set.</summary>
public abstract class SessionClaim
{
    private protected SessionClaim(string key) => Key = key;

    /// <summary>The claim's key in the payload, such as <c>st-role</c>.</summary>
    public string Key { get; }

    /// <summary>Fetches the claim's value and returns the payload's changes: one property named <see cref="Key"/>, or an empty object to leave it alone.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="recipeUserId">The login method of the session.</param>
    /// <param name="tenantId">The session's tenant.</param>
    /// <param name="currentPayload">The payload as it is, or null for a session about to be created.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What to merge into the payload.</returns>
    public abstract ValueTask<JsonObject> BuildAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, JsonObject? currentPayload, CancellationToken cancellationToken = default);

    /// <summary>The same for a session about to be created.</summary>
    /// <param name="session">What it is made of.</param>
    /// <param name="payload">Its payload so far.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What to merge into the payload.</returns>
    internal virtual ValueTask<JsonObject> BuildAsync(NewSession session, JsonObject payload, CancellationToken cancellationToken)
        => BuildAsync(session.UserId, session.RecipeUserId, session.TenantId, payload, cancellationToken);
}
