using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session recipe against the core.</summary>
internal sealed class SessionRecipe(
    SessionCore core,
    SessionSettings settings,
    SessionContainerFactory containers,
    AccessTokenReader tokens,
    AccessTokenVerifier verifier,
    IUserDirectory users,
    Lazy<ISessionRecipe> outermost,
    SessionRecorder recorder,
    ILogger<SessionRecipe> logger) : ISessionRecipe
{
    private const string OnlyRequestsShowHeaders =
        "SuperTokens:Session:AntiCsrf is ViaCustomHeader, which only a request can show. Use IRequestSessions, or switch the anti-CSRF check of this call off.";

    public async Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var body = new CoreCreateSessionRequest(
            session.RecipeUserId.Value,
            session.AccessTokenPayload ?? [],
            session.SessionDataInDatabase ?? [],
            settings.Options.UseDynamicAccessTokenSigningKey,
            !disableAntiCsrf && settings.Options.AntiCsrf == AntiCsrfMode.ViaToken);
        return containers.CreateNew(await core.CreateAsync(session.TenantId, body, cancellationToken));
    }

    public ValueTask<IReadOnlyList<SessionClaimValidator>> GetGlobalClaimValidatorsAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, IReadOnlyList<SessionClaimValidator> addedByRecipes, CancellationToken cancellationToken = default)
        => new(addedByRecipes);

    public async Task<SessionContainer?> GetSessionAsync(
        string? accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VerifySessionOptions();
        var checkAntiCsrf = options.AntiCsrfCheck ?? true;
        if (checkAntiCsrf && settings.Options.AntiCsrf == AntiCsrfMode.ViaCustomHeader)
        {
            throw new InvalidOperationException(OnlyRequestsShowHeaders);
        }

        if (accessToken is null || !tokens.TryRead(accessToken, out var token))
        {
            // Tokens are kept: a refresh that runs at the same time may just be bringing new ones.
            return options.SessionRequired
                ? throw new UnauthorisedException(accessToken is null ? "There is no access token." : "The access token has not the shape of one.", clearTokens: false)
                : null;
        }

        await verifier.VerifyAsync(token, cancellationToken);
        var viaToken = settings.Options.AntiCsrf == AntiCsrfMode.ViaToken;
        var hasAntiCsrf = SameToken(antiCsrfToken, token.AntiCsrfToken);
        if (viaToken && checkAntiCsrf && !hasAntiCsrf)
        {
            throw new TryRefreshTokenException("The anti-CSRF token is missing or wrong.");
        }

        // A parent hash marks the first use after a refresh: the core then makes the new refresh token the only one.
        var ownAntiCsrfToken = hasAntiCsrf ? token.AntiCsrfToken : null;
        if (!options.CheckDatabase && token.ParentRefreshTokenHash1 is null)
        {
            return containers.CreateVerified(token, ownAntiCsrfToken, null);
        }

        logger.AskingCore(token.SessionHandle, options.CheckDatabase);
        var answer = await core.VerifyAsync(new CoreVerifyRequest(accessToken, antiCsrfToken, checkAntiCsrf, viaToken, options.CheckDatabase), cancellationToken);
        return answer switch
        {
            { Status: SessionCore.Ok, Session: not null } => containers.CreateVerified(token, ownAntiCsrfToken, answer),
            { Status: SessionCore.Unauthorised } => throw new UnauthorisedException("The core knows no such session."),
            { Status: SessionCore.TryRefreshToken } => throw new TryRefreshTokenException("The core does not accept the access token."),
            _ => throw new CoreException("The SuperTokens core answered POST /recipe/session/verify with neither a session nor a known status."),
        };
    }

    public async Task<SessionContainer> RefreshSessionAsync(
        string refreshToken, string? antiCsrfToken = null, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
    {
        if (!disableAntiCsrf && settings.Options.AntiCsrf == AntiCsrfMode.ViaCustomHeader)
        {
            throw new InvalidOperationException(OnlyRequestsShowHeaders);
        }

        var body = new CoreRefreshRequest(
            refreshToken, antiCsrfToken, !disableAntiCsrf && settings.Options.AntiCsrf == AntiCsrfMode.ViaToken, settings.Options.UseDynamicAccessTokenSigningKey);
        try
        {
            var answer = await core.RefreshAsync(body, cancellationToken);
            return answer switch
            {
                { Status: SessionCore.Ok } => Refreshed(containers.CreateNew(answer)),
                { Status: SessionCore.Unauthorised } => throw new UnauthorisedException("The core refused the refresh token."),
                { Status: SessionCore.TokenTheftDetected, Session: { } session }
                    => throw new TokenTheftException(session.Handle, session.UserId, new RecipeUserId(session.RecipeUserId ?? session.UserId)),
                _ => throw new CoreException("The SuperTokens core answered POST /recipe/session/refresh with an unknown status."),
            };
        }
        catch (Exception exception)
        {
            recorder.RefreshFailed(exception);
            throw;
        }
    }

    public async Task<SessionInformation?> GetSessionInformationAsync(string sessionHandle, CancellationToken cancellationToken = default)
        => await core.GetAsync(sessionHandle, cancellationToken) switch
        {
            { Status: SessionCore.Ok, SessionHandle: { } handle, UserId: { } userId } session => new SessionInformation
            {
                Handle = handle,
                UserId = userId,
                RecipeUserId = new RecipeUserId(session.RecipeUserId ?? userId),
                TenantId = session.TenantId ?? "public",
                TimeCreated = session.TimeCreated,
                Expiry = session.Expiry,
                SessionDataInDatabase = session.UserDataInDatabase ?? [],
                CustomClaimsInAccessTokenPayload = session.UserDataInJwt ?? [],
            },
            { Status: SessionCore.Unauthorised } => null,
            _ => throw new CoreException("The SuperTokens core answered GET /recipe/session with neither a session nor a known status."),
        };

    public async Task<ImmutableArray<string>> RevokeAllSessionsForUserAsync(
        string userId, bool revokeSessionsForLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default)
    {
        var handles = await core.RemoveOfUserAsync(userId, revokeSessionsForLinkedAccounts, tenantId, cancellationToken);
        foreach (var id in revokeSessionsForLinkedAccounts ? await LinkedIdsAsync(userId, cancellationToken) : [])
        {
            handles = handles.AddRange(await core.RemoveOfUserAsync(id, ofLinkedAccounts: false, tenantId, cancellationToken));
        }

        return handles;
    }

    public async Task<ImmutableArray<string>> GetAllSessionHandlesForUserAsync(
        string userId, bool fetchSessionsForAllLinkedAccounts = true, string? tenantId = null, CancellationToken cancellationToken = default)
    {
        var handles = await core.ListOfUserAsync(userId, fetchSessionsForAllLinkedAccounts, tenantId, cancellationToken);
        foreach (var id in fetchSessionsForAllLinkedAccounts ? await LinkedIdsAsync(userId, cancellationToken) : [])
        {
            handles = [.. handles.Union(await core.ListOfUserAsync(id, ofLinkedAccounts: false, tenantId, cancellationToken))];
        }

        return handles;
    }

    public async Task<bool> RevokeSessionAsync(string sessionHandle, CancellationToken cancellationToken = default)
        => (await core.RemoveAsync([sessionHandle], cancellationToken)).Length == 1;

    public Task<ImmutableArray<string>> RevokeMultipleSessionsAsync(IReadOnlyCollection<string> sessionHandles, CancellationToken cancellationToken = default)
        => core.RemoveAsync(sessionHandles, cancellationToken);

    public Task<bool> UpdateSessionDataInDatabaseAsync(string sessionHandle, JsonObject newSessionData, CancellationToken cancellationToken = default)
        => core.SetDataAsync(sessionHandle, newSessionData, cancellationToken);

    public async Task<bool> MergeIntoAccessTokenPayloadAsync(string sessionHandle, JsonObject accessTokenPayloadUpdate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accessTokenPayloadUpdate);
        if (await outermost.Value.GetSessionInformationAsync(sessionHandle, cancellationToken) is not { } session)
        {
            return false;
        }

        var payload = session.CustomClaimsInAccessTokenPayload.DeepClone().AsObject();
        SessionClaims.RemoveProtected(payload);
        SessionClaims.Merge(payload, accessTokenPayloadUpdate);
        return await core.SetPayloadAsync(sessionHandle, payload, cancellationToken);
    }

    public async Task<RegeneratedAccessToken?> RegenerateAccessTokenAsync(
        string accessToken, JsonObject? newAccessTokenPayload = null, CancellationToken cancellationToken = default)
        => await core.RegenerateAsync(new CoreRegenerateRequest(accessToken, newAccessTokenPayload ?? []), cancellationToken) switch
        {
            { Status: SessionCore.Ok, Session: { } session } answer => new RegeneratedAccessToken(
                answer.AccessToken, session.Handle, session.UserId, new RecipeUserId(session.RecipeUserId ?? session.UserId), session.TenantId ?? "public", session.UserDataInJwt ?? []),
            { Status: SessionCore.Unauthorised } => null,
            _ => throw new CoreException("The SuperTokens core answered POST /recipe/session/regenerate with neither a session nor a known status."),
        };

    public async Task<ValidateClaimsResult> ValidateClaimsAsync(
        string userId, RecipeUserId recipeUserId, JsonObject accessTokenPayload, IReadOnlyList<SessionClaimValidator> claimValidators, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accessTokenPayload);
        ArgumentNullException.ThrowIfNull(claimValidators);
        var payload = accessTokenPayload;
        foreach (var validator in claimValidators)
        {
            if (validator.Claim is { } claim && validator.ShouldRefetch(payload))
            {
                var tenantId = payload["tId"]?.GetValue<string>() ?? "public";
                var changes = await claim.BuildAsync(userId, recipeUserId, tenantId, payload, cancellationToken);
                payload = ReferenceEquals(payload, accessTokenPayload) ? accessTokenPayload.DeepClone().AsObject() : payload;
                SessionClaims.Merge(payload, changes);
            }
        }

        var errors = new List<ClaimValidationError>();
        foreach (var validator in claimValidators)
        {
            var result = await validator.ValidateAsync(payload, cancellationToken);
            if (!result.IsValid)
            {
                errors.Add(new ClaimValidationError(validator.Id, result.Reason));
            }
        }

        return new ValidateClaimsResult(errors, ReferenceEquals(payload, accessTokenPayload) || JsonNode.DeepEquals(payload, accessTokenPayload) ? null : payload);
    }

    public async Task<bool> FetchAndSetClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (await outermost.Value.GetSessionInformationAsync(sessionHandle, cancellationToken) is not { } session)
        {
            return false;
        }

        var changes = await claim.BuildAsync(session.UserId, session.RecipeUserId, session.TenantId, session.CustomClaimsInAccessTokenPayload, cancellationToken);
        return await outermost.Value.MergeIntoAccessTokenPayloadAsync(sessionHandle, changes, cancellationToken);
    }

    public Task<bool> SetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var changes = new JsonObject();
        claim.AddToPayload(changes, value);
        return outermost.Value.MergeIntoAccessTokenPayloadAsync(sessionHandle, changes, cancellationToken);
    }

    public async Task<GetClaimValueResult<T>> GetClaimValueAsync<T>(string sessionHandle, SessionClaim<T> claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return await outermost.Value.GetSessionInformationAsync(sessionHandle, cancellationToken) is { } session
            ? new GetClaimValueResult<T>.Ok(claim.GetValueFromPayload(session.CustomClaimsInAccessTokenPayload))
            : new GetClaimValueResult<T>.SessionDoesNotExist();
    }

    public Task<bool> RemoveClaimAsync(string sessionHandle, SessionClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return outermost.Value.MergeIntoAccessTokenPayloadAsync(sessionHandle, new JsonObject { [claim.Key] = null }, cancellationToken);
    }

    private SessionContainer Refreshed(SessionContainer session)
    {
        recorder.Refreshed(session.TenantId);
        return session;
    }

    private static bool SameToken(string? given, string? expected)
        => given is not null && expected is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    // The core keeps sessions under the app's own ids (user-id mappings), but looks for those of linked login methods under its own.
    private async Task<ImmutableArray<string>> LinkedIdsAsync(string userId, CancellationToken cancellationToken)
        => await users.GetUserAsync(userId, cancellationToken) is { } user
            ? [.. user.LoginMethods.Select(method => method.RecipeUserId.Value).Where(id => id != userId)]
            : [];
}
