using SuperTokens.Backend.Recipes.OpenId;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Sessions without an HTTP request.</summary>
internal sealed class Sessions(ISessionRecipe recipe, IOpenIdRecipe openId, SessionClaims claims) : ISessions
{
    public async Task<SessionContainer> CreateAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var issuer = (await openId.GetOpenIdDiscoveryConfigurationAsync(cancellationToken)).Issuer;
        var payload = await claims.BuildPayloadAsync(session, issuer, cancellationToken);
        return await recipe.CreateNewSessionAsync(session with { AccessTokenPayload = payload }, disableAntiCsrf, cancellationToken);
    }

    public async Task<SessionContainer?> GetAsync(
        string accessToken, string? antiCsrfToken = null, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (await recipe.GetSessionAsync(accessToken, antiCsrfToken, options, cancellationToken) is not { } session)
        {
            return null;
        }

        var validators = await recipe.GetGlobalClaimValidatorsAsync(session.UserId, session.RecipeUserId, session.TenantId, claims.GlobalValidators, cancellationToken);
        if (options?.OverrideGlobalClaimValidators is { } change)
        {
            validators = await change(validators, session, cancellationToken);
        }

        await session.AssertClaimsAsync(validators, cancellationToken);
        return session;
    }

    public async Task<ValidateSessionClaimsResult> ValidateClaimsAsync(
        string sessionHandle,
        Func<IReadOnlyList<SessionClaimValidator>, SessionInformation, IReadOnlyList<SessionClaimValidator>>? overrideGlobalClaimValidators = null,
        CancellationToken cancellationToken = default)
    {
        if (await recipe.GetSessionInformationAsync(sessionHandle, cancellationToken) is not { } session)
        {
            return new ValidateSessionClaimsResult.SessionDoesNotExist();
        }

        var validators = await recipe.GetGlobalClaimValidatorsAsync(session.UserId, session.RecipeUserId, session.TenantId, claims.GlobalValidators, cancellationToken);
        validators = overrideGlobalClaimValidators?.Invoke(validators, session) ?? validators;
        var result = await recipe.ValidateClaimsAsync(session.UserId, session.RecipeUserId, session.CustomClaimsInAccessTokenPayload, validators, cancellationToken);
        return result.AccessTokenPayloadUpdate is { } update && !await recipe.MergeIntoAccessTokenPayloadAsync(sessionHandle, update, cancellationToken)
            ? new ValidateSessionClaimsResult.SessionDoesNotExist()
            : new ValidateSessionClaimsResult.Ok(result.InvalidClaims);
    }

    public Task<UserSessions> ListAsync(string userId, int limit = 20, CancellationToken cancellationToken = default)
        => UserSessions.ReadAsync(recipe, userId, handle: null, limit, cancellationToken);
}
