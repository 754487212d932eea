using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A verified session.</summary>
public sealed class SessionContainer
{
    internal SessionContainer(string handle, string userId, RecipeUserId recipeUserId, string tenantId, JsonObject accessTokenPayload)
    {
        Handle = handle;
        UserId = userId;
        RecipeUserId = recipeUserId;
        TenantId = tenantId;
        AccessTokenPayload = accessTokenPayload;
    }

    /// <summary>The session's handle: its id in the core.</summary>
    public string Handle { get; }

    /// <summary>The user's (primary) id.</summary>
    public string UserId { get; }

    /// <summary>The login method that signed in.</summary>
    public RecipeUserId RecipeUserId { get; }

    /// <summary>The tenant signed in to.</summary>
    public string TenantId { get; }

    /// <summary>The access token's payload, standard claims included.</summary>
    public JsonObject AccessTokenPayload { get; }
}
