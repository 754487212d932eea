using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// Everything that can be done with sessions, one operation each. Override single ones with a class derived from
/// <see cref="DelegatingSessionRecipe"/>: all of SuperTokens then calls the override.
/// </summary>
public interface ISessionRecipe
{
    /// <summary>Creates a session in the core. Its payload is used as it is; see <see cref="ISessions"/> for one with all claims.</summary>
    /// <param name="session">What the session is made of.</param>
    /// <param name="disableAntiCsrf">Whether the session gets no anti-CSRF token, as when its tokens travel in headers.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session with its tokens, not attached to any response.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default);

    /// <summary>Decides which validators every verification applies.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="recipeUserId">The session's login method.</param>
    /// <param name="tenantId">The session's tenant.</param>
    /// <param name="addedByRecipes">The validators recipes ask for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The validators to use. Default: those recipes ask for.</returns>
    ValueTask<IReadOnlyList<SessionClaimValidator>> GetGlobalClaimValidatorsAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, IReadOnlyList<SessionClaimValidator> addedByRecipes, CancellationToken cancellationToken = default);

    /// <summary>Verifies an access token; claims are not checked.</summary>
    /// <param name="accessToken">The access token, or null when there is none.</param>
    /// <param name="antiCsrfToken">The anti-CSRF token that came with it, or null.</param>
    /// <param name="options">How to verify; default rules when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session; null only when there is none and <see cref="VerifySessionOptions.SessionRequired"/> is false.</returns>
    /// <exception cref="UnauthorisedException">There is no session.</exception>
    /// <exception cref="TryRefreshTokenException">The access token must not be trusted; refreshing may help.</exception>
    /// <exception cref="InvalidOperationException">Anti-CSRF is <see cref="AntiCsrfMode.ViaCustomHeader"/>, which only a request can show: set <see cref="VerifySessionOptions.AntiCsrfCheck"/> to false.</exception>
    /// <exception cref="Core.CoreException">The core was needed and failed.</exception>
    Task<SessionContainer?> GetSessionAsync(
        string? accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Exchanges a refresh token for new tokens.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="antiCsrfToken">The anti-CSRF token that came with it, or null.</param>
    /// <param name="disableAntiCsrf">Whether the anti-CSRF token is not checked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session with its new tokens.</returns>
    /// <exception cref="UnauthorisedException">The session is gone or the token is none.</exception>
    /// <exception cref="TokenTheftException">The refresh token was used before.</exception>
    /// <exception cref="InvalidOperationException">Anti-CSRF is <see cref="AntiCsrfMode.ViaCustomHeader"/>, which only a request can show: pass true for <paramref name="disableAntiCsrf"/>.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionContainer> RefreshSessionAsync(
        string refreshToken, string? antiCsrfToken = null, bool disableAntiCsrf = false, CancellationToken cancellationToken = default);

    /// <summary>Reads what the core keeps about a session.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The information, or null when there is no such session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SessionInformation?> GetSessionInformationAsync(string sessionHandle, CancellationToken cancellationToken = default);

    /// <summary>Revokes a user's sessions. Access tokens already handed out stay valid until they expire, except where the database is checked.</summary>
    /// <param name="userId">A user's id.</param>
    /// <param name="revokeSessionsForLinkedAccounts">Whether sessions of the user's other login methods go too. Default: true.</param>
    /// <param name="tenantId">The tenant whose sessions to revoke; those of all tenants when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The handles of the sessions revoked.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<string>> RevokeAllSessionsForUserAsync(
        string userId, bool revokeSessionsForLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default);

    /// <summary>Lists a user's sessions.</summary>
    /// <param name="userId">A user's id.</param>
    /// <param name="fetchSessionsForAllLinkedAccounts">Whether sessions of the user's other login methods are listed too. Default: true.</param>
    /// <param name="tenantId">The tenant whose sessions to list; those of all tenants when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sessions' handles.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<string>> GetAllSessionHandlesForUserAsync(
        string userId, bool fetchSessionsForAllLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default);

    /// <summary>Revokes a session. Its access token stays valid until it expires, except where the database is checked.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there was such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> RevokeSessionAsync(string sessionHandle, CancellationToken cancellationToken = default);

    /// <summary>Revokes several sessions.</summary>
    /// <param name="sessionHandles">The sessions' handles.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The handles of the sessions revoked; unknown ones are left out.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<string>> RevokeMultipleSessionsAsync(IReadOnlyCollection<string> sessionHandles, CancellationToken cancellationToken = default);

    /// <summary>Replaces the application's data kept with a session. There is no lock: the last one wins.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="newSessionData">The data.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> UpdateSessionDataInDatabaseAsync(string sessionHandle, JsonObject newSessionData, CancellationToken cancellationToken = default);

    /// <summary>Changes the payload a session's next access token will have.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="accessTokenPayloadUpdate">What to change; a null removes its key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused a standard claim such as <c>sub</c>.</exception>
    Task<bool> MergeIntoAccessTokenPayloadAsync(string sessionHandle, JsonObject accessTokenPayloadUpdate, CancellationToken cancellationToken = default);

    /// <summary>Makes a new access token with another payload, for a session whose access token is at hand.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="newAccessTokenPayload">The whole new payload, without standard claims. Default: empty.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new token, or null when the session is gone.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused a standard claim such as <c>sub</c>.</exception>
    Task<RegeneratedAccessToken?> RegenerateAccessTokenAsync(
        string accessToken, JsonObject? newAccessTokenPayload = null, CancellationToken cancellationToken = default);

    /// <summary>Fetches claims that are too old again, then validates the payload.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="recipeUserId">The session's login method.</param>
    /// <param name="accessTokenPayload">The payload; it is not changed.</param>
    /// <param name="claimValidators">The validators.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The invalid claims, and the new payload when claims were fetched.</returns>
    Task<ValidateClaimsResult> ValidateClaimsAsync(
        string userId, RecipeUserId recipeUserId, JsonObject accessTokenPayload, IReadOnlyList<SessionClaimValidator> claimValidators, CancellationToken cancellationToken = default);

    /// <summary>Fetches a claim's value for the payload a session's next access token will have.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> FetchAndSetClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Sets a claim's value in the payload a session's next access token will have.</summary>
    /// <typeparam name="T">The claim's type.</typeparam>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> SetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, T value, CancellationToken cancellationToken = default);

    /// <summary>Reads a claim's value from the payload a session's next access token will have.</summary>
    /// <typeparam name="T">The claim's type.</typeparam>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value, or that there is no such session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<GetClaimValueResult<T>> GetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, CancellationToken cancellationToken = default);

    /// <summary>Removes a claim from the payload a session's next access token will have.</summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> RemoveClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default);
}
