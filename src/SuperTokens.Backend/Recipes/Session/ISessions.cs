namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Sessions without an HTTP request, with all claims: for background work, other transports and tests.</summary>
public interface ISessions
{
    /// <summary>Creates a session with the issuer and all recipes' claims.</summary>
    /// <param name="session">What the session is made of.</param>
    /// <param name="disableAntiCsrf">Whether the session gets no anti-CSRF token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session; its tokens are at <see cref="SessionContainer.GetAllSessionTokensDangerously"/>.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> CreateAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default);

    /// <summary>Verifies an access token and validates its claims.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="antiCsrfToken">The anti-CSRF token that came with it, or null.</param>
    /// <param name="options">How to verify; default rules when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session; null only when the token is none and <see cref="VerifySessionOptions.SessionRequired"/> is false.</returns>
    /// <exception cref="UnauthorisedException">There is no session.</exception>
    /// <exception cref="TryRefreshTokenException">The access token must not be trusted; refreshing may help.</exception>
    /// <exception cref="InvalidClaimsException">A claim is not as required.</exception>
    /// <exception cref="Core.CoreException">The core was needed and failed.</exception>
    Task<SessionContainer?> GetAsync(
        string accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Validates the claims of a session known by its handle; claims that are too old are fetched again.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="overrideGlobalClaimValidators">Changes the validators: gets the global ones and the session, returns those to use. Default: the global ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The invalid claims, or that there is no such session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ValidateSessionClaimsResult> ValidateClaimsAsync(
        string sessionHandle,
        Func<IReadOnlyList<SessionClaimValidator>, SessionInformation, IReadOnlyList<SessionClaimValidator>>? overrideGlobalClaimValidators = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a user's sessions, those of linked login methods included, for example for a page of support staff. The user's own account page asks
    /// <see cref="SessionContainer.ListAllAsync"/>.
    /// </summary>
    /// <param name="userId">The user.</param>
    /// <param name="limit">How many to read at most, the newest: the core is asked for each by itself, and somebody may have thousands. Default: 20.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sessions that were read, and how many there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<UserSessions> ListAsync(string userId, int limit = 20, CancellationToken cancellationToken = default);
}
