using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// Own answers to session errors, in place of the protocol's. Each writes the whole response; the caller's tokens have been
/// cleared before where the protocol says so.
/// </summary>
public sealed class SessionErrorHandlers
{
    /// <summary>There is no session. Default: 401 <c>{"message":"unauthorised"}</c>.</summary>
    public Func<HttpContext, UnauthorisedException, CancellationToken, Task>? OnUnauthorised { get; set; }

    /// <summary>The access token must be refreshed. Default: 401 <c>{"message":"try refresh token"}</c>.</summary>
    public Func<HttpContext, TryRefreshTokenException, CancellationToken, Task>? OnTryRefreshToken { get; set; }

    /// <summary>A refresh token was used twice; the session has been revoked. Default: 401 <c>{"message":"token theft detected"}</c>.</summary>
    public Func<HttpContext, TokenTheftException, CancellationToken, Task>? OnTokenTheftDetected { get; set; }

    /// <summary>A claim is not as required. Default: 403 <c>{"message":"invalid claim","claimValidationErrors":[…]}</c>.</summary>
    public Func<HttpContext, InvalidClaimsException, CancellationToken, Task>? OnInvalidClaims { get; set; }

    /// <summary>Cookies of an older domain were cleared; the next refresh works. Default: 200 <c>{"message":…}</c>.</summary>
    public Func<HttpContext, DuplicateSessionCookiesException, CancellationToken, Task>? OnDuplicateSessionCookies { get; set; }
}
