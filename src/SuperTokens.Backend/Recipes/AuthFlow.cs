using System.Collections.Immutable;
using System.Text.Json;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// What all sign-in recipes do around their own check of credentials: read the caller's session, refuse a factor the tenant
/// does not begin with, and a sign-up or sign-in that would put somebody's account at risk, and begin (or keep) a session. Rules
/// across recipes belong here and nowhere else.
/// </summary>
internal sealed class AuthFlow(
    IMultitenancyRecipe tenants,
    FirstFactors firstFactors,
    IRequestSessions sessions,
    IUserDirectory users,
    SessionLinking linking,
    OtherTenantLogins otherTenants,
    IAccountLinkingRecipe accountLinking)
{
    // What was read may be outdated when it is acted on; then it is read again.
    private const int MaxTries = 5;

    // Claims are not asked for: signing in may be the very way to meet them.
    private static readonly Func<IReadOnlyList<SessionClaimValidator>, SessionContainer, CancellationToken, ValueTask<IReadOnlyList<SessionClaimValidator>>> s_noClaims
        = (_, _, _) => ValueTask.FromResult<IReadOnlyList<SessionClaimValidator>>([]);

    /// <summary>Reads what every sign-up or sign-in request says beside its credentials.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The caller's session and intention.</returns>
    /// <exception cref="BadInputException">The flag for linking is no boolean.</exception>
    /// <exception cref="UnauthorisedException">The caller wants to link to a session's user, but has no session.</exception>
    /// <exception cref="TryRefreshTokenException">The caller's session must be refreshed first.</exception>
    public async Task<AuthRequest> ReadAsync(ApiContext context, JsonElement body, CancellationToken cancellationToken)
    {
        var shouldTryLinking = ReadLinkingFlag(context, body);
        if (shouldTryLinking == false)
        {
            // The session would be replaced anyway.
            return new AuthRequest(context.TenantId, null, false);
        }

        // A login method is for ever: whoever has no more than the access token of a session that was ended must not add theirs.
        var options = new VerifySessionOptions { SessionRequired = shouldTryLinking == true, CheckDatabase = linking.IsOn, OverrideGlobalClaimValidators = s_noClaims };
        var session = await sessions.GetAsync(context.HttpContext, options, cancellationToken);
        return new AuthRequest(session?.TenantId ?? context.TenantId, session, shouldTryLinking);
    }

    /// <summary>Finds the user an attempt is for, so that it is known whether it signs up or in.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="recipeId">The recipe whose login method it must be.</param>
    /// <param name="accountInfo">What the login method is known by; one property is set.</param>
    /// <param name="checkCredentialsOnTenant">Whether the credentials are right in another tenant, where the session's user has the login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or null when nobody in the tenant has such a login method.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone, or does not belong to its tenant any more.</exception>
    /// <exception cref="CoreException">The core failed.</exception>
    public async Task<AuthenticatingUser?> FindUserAsync(
        AuthRequest request,
        string recipeId,
        AccountInfo accountInfo,
        Func<string, CancellationToken, Task<bool>> checkCredentialsOnTenant,
        CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var found = await users.ListUsersByAccountInfoAsync(request.TenantId, accountInfo, doUnionOfAccountInfo: true, cancellationToken);
            var user = found
                .SelectMany(user => user.LoginMethods, (user, method) => new AuthenticatingUser(user, method))
                .FirstOrDefault(candidate => candidate.LoginMethod.RecipeId == recipeId && candidate.LoginMethod.Has(accountInfo) && candidate.LoginMethod.WorksIn(request.TenantId));
            if (user is not null || request.Session is null)
            {
                return user;
            }

            var other = await otherTenants.FindAsync(request.Session, request.TenantId, recipeId, accountInfo, checkCredentialsOnTenant, cancellationToken);
            if (!other.IsOutdated)
            {
                return other.User;
            }
        }

        throw new CoreException("Users of the session's tenant changed each time the session's user was to be added to it.");
    }

    /// <summary>Tells whether <see cref="FindUserAsync"/> is needed for a sign-in whose credentials name the user by themselves.</summary>
    /// <param name="request">Who asks.</param>
    /// <returns>True where the app links accounts, or the session's user may have the login method in another tenant.</returns>
    public bool MustKnowUser(AuthRequest request) => linking.IsOn || request.Session is not null;

    /// <summary>Checks whether an attempt may go on, before its credentials are used up.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="attempt">What they attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it may, and with which factors.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with any of the factors, so that a session is needed; or the session's tenant or user is gone.</exception>
    /// <exception cref="BadInputException">There is a session, but this app has no use for another factor in it.</exception>
    /// <exception cref="InvalidClaimsException">The session's user must verify their address before anything is linked to them.</exception>
    /// <exception cref="CoreException">The core failed, or knows no such tenant.</exception>
    public async Task<AuthCheck> CheckAsync(AuthRequest request, AuthAttempt attempt, CancellationToken cancellationToken)
    {
        var account = new NewAccountInfo(attempt.RecipeId, attempt.AccountInfo);
        var kind = await linking.ClassifyAsync(
            request.Session, request.ShouldTryLinkingWithSessionUser, account, attempt.AuthenticatingUser, attempt.SkipSessionUserUpdate, cancellationToken);
        if (kind is AuthKind.Failed failed)
        {
            return new AuthCheck.LinkingToSessionUserFailed(failed.Reason);
        }

        // Whoever has a session may add any login method to it; multi-factor authentication will have a say here.
        var isFirstFactor = kind is AuthKind.FirstFactor;
        var valid = isFirstFactor ? await FirstFactorsAsync(request, attempt, cancellationToken) : attempt.FactorIds;
        if (attempt.IsSignUp)
        {
            var isVerified = attempt.IsVerified || attempt.SignInVerifiesLoginMethod || HasVerified(kind, attempt.AccountInfo);
            if (!await accountLinking.IsSignUpAllowedAsync(request.TenantId, account, isVerified, request.Session, cancellationToken))
            {
                return new AuthCheck.SignUpNotAllowed();
            }
        }
        else if (attempt.AuthenticatingUser is { } user
            && !await accountLinking.IsSignInAllowedAsync(request.TenantId, user, account, attempt.SignInVerifiesLoginMethod, request.Session, cancellationToken))
        {
            return new AuthCheck.SignInNotAllowed();
        }

        return new AuthCheck.Allowed(valid, isFirstFactor);
    }

    /// <summary>Gives a user whose credentials are right a session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">Who asked.</param>
    /// <param name="user">The user.</param>
    /// <param name="signedInWith">The login method used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A new session, its tokens attached to the response; or the caller's own when it already was this user's.</returns>
    /// <exception cref="CoreException">The core failed.</exception>
    public async Task<SessionContainer> CompleteAsync(
        ApiContext context, AuthRequest request, User user, RecipeUserId signedInWith, CancellationToken cancellationToken)
    {
        // FDI before 3.1: signing in again as oneself keeps the session.
        if (request.Session is { } session && user.LoginMethods.Any(method => method.RecipeUserId == session.RecipeUserId))
        {
            return session;
        }

        var newSession = new NewSession(signedInWith) { UserId = user.Id, TenantId = request.TenantId, User = user };
        return await sessions.CreateAsync(context.HttpContext, newSession, cancellationToken);
    }

    private static bool? ReadLinkingFlag(ApiContext context, JsonElement body)
    {
        // FDI: the flag came with 3.1; before it, a session alone was the wish to link.
        if (!context.FdiVersion.IsAtLeast(3, 1))
        {
            return null;
        }

        return body.TryGetProperty(SessionLinking.Flag, out var flag)
            ? flag.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False or JsonValueKind.Null => false,
                _ => throw new BadInputException($"{SessionLinking.Flag} must be a boolean"),
            }
            : false;
    }

    // Who adds a password for the address they have verified need not verify it again.
    private static bool HasVerified(AuthKind kind, AccountInfo accountInfo)
    {
        var user = kind switch
        {
            AuthKind.SameUser same => same.User,
            AuthKind.AddToSessionUser add => add.SessionUser,
            _ => null,
        };
        return user?.HasVerified(accountInfo) == true;
    }

    private async Task<ImmutableArray<string>> FirstFactorsAsync(AuthRequest request, AuthAttempt attempt, CancellationToken cancellationToken)
    {
        var tenant = await tenants.GetTenantAsync(request.TenantId, cancellationToken);
        if (tenant is null)
        {
            throw request.Session is null ? MultitenancyApi.UnknownTenant() : new UnauthorisedException("The session's tenant is gone");
        }

        var valid = attempt.FactorIds.Intersect(firstFactors.Of(tenant)).ToImmutableArray();
        if (valid.IsEmpty)
        {
            throw request.Session is null
                ? new UnauthorisedException($"Tenant does not begin with the factor {string.Join(" or ", attempt.FactorIds)}: a session is needed")
                : new BadInputException("First factor sign in/up called for a non-first factor with an active session. This might indicate that you are trying to use this as a secondary factor, but disabled account linking.");
        }

        return valid;
    }
}
