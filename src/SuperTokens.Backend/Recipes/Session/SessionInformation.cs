using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What the core keeps about a session.</summary>
public sealed record SessionInformation
{
    /// <summary>The session's handle.</summary>
    public required string Handle { get; init; }

    /// <summary>The user's (primary) id.</summary>
    public required string UserId { get; init; }

    /// <summary>The login method that signed in.</summary>
    public required RecipeUserId RecipeUserId { get; init; }

    /// <summary>The tenant signed in to.</summary>
    public required string TenantId { get; init; }

    /// <summary>When the session was created, in milliseconds since the Unix epoch.</summary>
    public required long TimeCreated { get; init; }

    /// <summary>When its refresh token expires, in milliseconds since the Unix epoch.</summary>
    public required long Expiry { get; init; }

    /// <summary>The application's data, never sent to the frontend.</summary>
    public required JsonObject SessionDataInDatabase { get; init; }

    /// <summary>The access token's payload without the standard claims.</summary>
    public required JsonObject CustomClaimsInAccessTokenPayload { get; init; }
}
