using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>An <see cref="ISessionRecipe"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingSessionRecipe(ISessionRecipe inner) : ISessionRecipe
{
    /// <summary>The original.</summary>
    protected ISessionRecipe Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        => Inner.CreateNewSessionAsync(session, disableAntiCsrf, cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask<IReadOnlyList<SessionClaimValidator>> GetGlobalClaimValidatorsAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, IReadOnlyList<SessionClaimValidator> addedByRecipes, CancellationToken cancellationToken = default)
        => Inner.GetGlobalClaimValidatorsAsync(userId, recipeUserId, tenantId, addedByRecipes, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SessionContainer?> GetSessionAsync(
        string? accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
        => Inner.GetSessionAsync(accessToken, antiCsrfToken, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SessionContainer> RefreshSessionAsync(
        string refreshToken, string? antiCsrfToken = null, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        => Inner.RefreshSessionAsync(refreshToken, antiCsrfToken, disableAntiCsrf, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SessionInformation?> GetSessionInformationAsync(string sessionHandle, CancellationToken cancellationToken = default)
        => Inner.GetSessionInformationAsync(sessionHandle, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<string>> RevokeAllSessionsForUserAsync(
        string userId, bool revokeSessionsForLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default)
        => Inner.RevokeAllSessionsForUserAsync(userId, revokeSessionsForLinkedAccounts, tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<string>> GetAllSessionHandlesForUserAsync(
        string userId, bool fetchSessionsForAllLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default)
        => Inner.GetAllSessionHandlesForUserAsync(userId, fetchSessionsForAllLinkedAccounts, tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> RevokeSessionAsync(string sessionHandle, CancellationToken cancellationToken = default)
        => Inner.RevokeSessionAsync(sessionHandle, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<string>> RevokeMultipleSessionsAsync(IReadOnlyCollection<string> sessionHandles, CancellationToken cancellationToken = default)
        => Inner.RevokeMultipleSessionsAsync(sessionHandles, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> UpdateSessionDataInDatabaseAsync(string sessionHandle, JsonObject newSessionData, CancellationToken cancellationToken = default)
        => Inner.UpdateSessionDataInDatabaseAsync(sessionHandle, newSessionData, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> MergeIntoAccessTokenPayloadAsync(string sessionHandle, JsonObject accessTokenPayloadUpdate, CancellationToken cancellationToken = default)
        => Inner.MergeIntoAccessTokenPayloadAsync(sessionHandle, accessTokenPayloadUpdate, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RegeneratedAccessToken?> RegenerateAccessTokenAsync(
        string accessToken, JsonObject? newAccessTokenPayload = null, CancellationToken cancellationToken = default)
        => Inner.RegenerateAccessTokenAsync(accessToken, newAccessTokenPayload, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ValidateClaimsResult> ValidateClaimsAsync(
        string userId, RecipeUserId recipeUserId, JsonObject accessTokenPayload, IReadOnlyList<SessionClaimValidator> claimValidators, CancellationToken cancellationToken = default)
        => Inner.ValidateClaimsAsync(userId, recipeUserId, accessTokenPayload, claimValidators, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> FetchAndSetClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default)
        => Inner.FetchAndSetClaimAsync(sessionHandle, claim, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> SetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, T value, CancellationToken cancellationToken = default)
        => Inner.SetClaimValueAsync(sessionHandle, claim, value, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GetClaimValueResult<T>> GetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, CancellationToken cancellationToken = default)
        => Inner.GetClaimValueAsync(sessionHandle, claim, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> RemoveClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default)
        => Inner.RemoveClaimAsync(sessionHandle, claim, cancellationToken);
}
