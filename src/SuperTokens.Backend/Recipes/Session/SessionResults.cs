using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>An access token made anew with another payload.</summary>
/// <param name="AccessToken">The token, or null when the old one is expired: the next refresh then brings the payload.</param>
/// <param name="Handle">The session's handle.</param>
/// <param name="UserId">The user's (primary) id.</param>
/// <param name="RecipeUserId">The session's login method.</param>
/// <param name="TenantId">The session's tenant.</param>
/// <param name="CustomClaimsInAccessTokenPayload">The new payload without the standard claims.</param>
public sealed record RegeneratedAccessToken(
    SessionToken? AccessToken, string Handle, string UserId, RecipeUserId RecipeUserId, string TenantId, JsonObject CustomClaimsInAccessTokenPayload);

/// <summary>What validators say about a payload.</summary>
/// <param name="InvalidClaims">The claims that are not as required; none when all are.</param>
/// <param name="AccessTokenPayloadUpdate">The payload with claims fetched again, or null when none changed.</param>
public sealed record ValidateClaimsResult(IReadOnlyList<ClaimValidationError> InvalidClaims, JsonObject? AccessTokenPayloadUpdate);

/// <summary>The outcome of validating the claims of a session known by its handle.</summary>
public abstract record ValidateSessionClaimsResult
{
    private ValidateSessionClaimsResult()
    {
    }

    /// <summary>The claims were validated.</summary>
    /// <param name="InvalidClaims">The claims that are not as required; none when all are.</param>
    public sealed record Ok(IReadOnlyList<ClaimValidationError> InvalidClaims) : ValidateSessionClaimsResult;

    /// <summary>There is no such session.</summary>
    public sealed record SessionDoesNotExist : ValidateSessionClaimsResult;
}

/// <summary>The outcome of reading a claim of a session known by its handle.</summary>
/// <typeparam name="T">The claim's type.</typeparam>
public abstract record GetClaimValueResult<T>
{
    private GetClaimValueResult()
    {
    }

    /// <summary>The claim was read.</summary>
    /// <param name="Value">The value, or none.</param>
    public sealed record Ok(ClaimValue<T> Value) : GetClaimValueResult<T>;

    /// <summary>There is no such session.</summary>
    public sealed record SessionDoesNotExist : GetClaimValueResult<T>;
}

/// <summary>The outcome of signing out.</summary>
public abstract record SignOutPostResult
{
    private SignOutPostResult()
    {
    }

    /// <summary>The session is revoked.</summary>
    public sealed record Ok : SignOutPostResult;

    /// <summary>An override refuses, with a message for the user.</summary>
    /// <param name="Message">The message.</param>
    public sealed record GeneralError(string Message) : SignOutPostResult;
}
