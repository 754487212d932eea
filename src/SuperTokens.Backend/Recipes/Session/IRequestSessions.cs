using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Sessions of HTTP requests: creates, verifies and refreshes them, reading and writing cookies and headers.</summary>
public interface IRequestSessions
{
    /// <summary>Creates a session and attaches its tokens to the response, by cookies or headers as the caller asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">What the session is made of.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new session.</returns>
    /// <exception cref="InvalidOperationException">Cookies are asked for and browsers would drop them: API and website are different sites and the API is not https.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> CreateAsync(HttpContext context, NewSession session, CancellationToken cancellationToken = default);

    /// <summary>Verifies the request's session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">How to verify; default rules when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session; null only when there is none and <see cref="VerifySessionOptions.SessionRequired"/> is false.</returns>
    /// <exception cref="UnauthorisedException">There is no session.</exception>
    /// <exception cref="TryRefreshTokenException">The access token is expired or must not be trusted; the frontend should refresh.</exception>
    /// <exception cref="InvalidClaimsException">A claim is not as required.</exception>
    /// <exception cref="Core.CoreException">The core was needed and failed.</exception>
    Task<SessionContainer?> GetAsync(HttpContext context, VerifySessionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Exchanges the request's refresh token for new tokens and attaches them to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session with its new tokens.</returns>
    /// <exception cref="UnauthorisedException">There is no refresh token, or its session is gone.</exception>
    /// <exception cref="TokenTheftException">The refresh token was used before.</exception>
    /// <exception cref="DuplicateSessionCookiesException">A cookie came twice; the one of the older cookie domain is cleared.</exception>
    /// <exception cref="Hosting.BadInputException">A cookie came twice and no older cookie domain is known.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> RefreshAsync(HttpContext context, CancellationToken cancellationToken = default);
}
