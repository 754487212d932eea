using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session recipe's endpoints; override it to change what they do.</summary>
public interface ISessionApi
{
    /// <summary>POST <c>/session/refresh</c>: exchanges the request's refresh token for new tokens.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session with its new tokens, attached to the response.</returns>
    /// <exception cref="UnauthorisedException">There is no refresh token, or its session is gone.</exception>
    /// <exception cref="TokenTheftException">The refresh token was used before.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> RefreshPostAsync(ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>POST <c>/signout</c>: revokes the session and clears its tokens.</summary>
    /// <param name="session">The verified session.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SignOutPostResult> SignOutPostAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Verifies the session of a request to one of the application's endpoints, as <c>RequireSession</c> asks for.</summary>
    /// <param name="options">How to verify; default rules when null.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session; null when it is optional and there is none.</returns>
    /// <exception cref="UnauthorisedException">There is no session.</exception>
    /// <exception cref="TryRefreshTokenException">The access token must not be trusted; the frontend should refresh.</exception>
    /// <exception cref="InvalidClaimsException">A claim is not as required.</exception>
    /// <exception cref="Core.CoreException">The core was needed and failed.</exception>
    Task<SessionContainer?> VerifySessionAsync(VerifySessionOptions? options, ApiContext context, CancellationToken cancellationToken = default);
}
