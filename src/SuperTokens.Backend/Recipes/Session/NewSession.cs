using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What a new session is made of.</summary>
/// <param name="RecipeUserId">The login method that signed in.</param>
public sealed record NewSession(RecipeUserId RecipeUserId)
{
    /// <summary>The user's (primary) id; equal to <see cref="RecipeUserId"/> where nothing is linked.</summary>
    public string UserId { get; init; } = RecipeUserId.Value;

    /// <summary>The tenant signed in to. Default: <c>public</c>.</summary>
    public string TenantId { get; init; } = "public";

    /// <summary>
    /// Extra claims for the access token, readable by the frontend. Claims are believed: take no names from what users send, or they
    /// could give themselves roles. Default: none.
    /// </summary>
    public JsonObject? AccessTokenPayload { get; init; }

    /// <summary>Data kept in the core with the session, never sent to the frontend. Default: none.</summary>
    public JsonObject? SessionDataInDatabase { get; init; }

    /// <summary>The user, where the recipe that signs in has just read it: claims then need not read it again.</summary>
    internal User? User { get; init; }
}
