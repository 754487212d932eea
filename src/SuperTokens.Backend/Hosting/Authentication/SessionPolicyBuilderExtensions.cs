using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.Builder;

/// <summary>
/// Puts what endpoints ask of sessions into policies. Each has the scheme <c>SuperTokens</c> authenticate, also where the application has another default.
/// Roles have the policy builder's own <c>RequireRole</c>.
/// </summary>
public static class SessionPolicyBuilderExtensions
{
    /// <summary>Requires a session.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">
    /// How to verify it. Default: as <c>[Authorize]</c> does. On a hub's methods only <see cref="VerifySessionOptions.CheckDatabase"/> counts: whether the
    /// session still exists. <see cref="VerifySessionOptions.SessionRequired"/> counts nowhere.
    /// </param>
    /// <returns>The policy.</returns>
    public static AuthorizationPolicyBuilder RequireSession(this AuthorizationPolicyBuilder policy, VerifySessionOptions? options = null)
        => Require(policy, new SessionRequirement(options is null ? null : options with { SessionRequired = true }));

    /// <summary>Requires a session with all of some permissions. It needs the UserRoles recipe.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="allOf">The permissions, all of which are needed.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">There is no permission, or an empty one.</exception>
    public static AuthorizationPolicyBuilder RequirePermission(this AuthorizationPolicyBuilder policy, params string[] allOf)
    {
        var names = RequiredNames.Of(allOf, nameof(allOf));
        return Require(policy, new ClaimRequirement(services => RequirementValidators.Permission(services, names, maxAge: null)));
    }

    /// <summary>Requires a session of a tenant: of the tenant that the route's <c>{tenantId}</c> names, or of one of those given, which a hub's methods need.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="anyOf">The tenants of which one is enough. Default: none, the tenant of the route.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">There is an empty tenant.</exception>
    public static AuthorizationPolicyBuilder RequireTenant(this AuthorizationPolicyBuilder policy, params string[] anyOf)
        => Require(policy, [.. new RequireTenantAttribute(anyOf).GetRequirements()]);

    /// <summary>Requires a session with a verified e-mail address. It needs the EmailVerification recipe.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The policy.</returns>
    public static AuthorizationPolicyBuilder RequireVerifiedEmail(this AuthorizationPolicyBuilder policy)
        => Require(policy, new ClaimRequirement(services => RequirementValidators.VerifiedEmail(services, maxAge: null)));

    /// <summary>Requires a session with a claim of the application's own. A claim that <c>AddSessionClaim</c> added is fetched when the session has none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="key">Its key in the access token's payload.</param>
    /// <param name="anyOf">
    /// The values of which one is enough, compared exactly; numbers and booleans as JSON writes them, a list by its elements. Default: any value
    /// but null.
    /// </param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static AuthorizationPolicyBuilder RequireSessionClaim(this AuthorizationPolicyBuilder policy, string key, params string[] anyOf)
        => Require(policy, [.. new RequireSessionClaimAttribute(key, anyOf).GetRequirements()]);

    /// <summary>Requires a session whose claims a validator accepts.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="create">Makes the validator of the application's services, once.</param>
    /// <returns>The policy.</returns>
    public static AuthorizationPolicyBuilder RequireSessionClaim(this AuthorizationPolicyBuilder policy, Func<IServiceProvider, SessionClaimValidator> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Require(policy, new ClaimRequirement(create));
    }

    /// <summary>Requires a session of somebody who signed in a short time ago; refreshing a session is no sign-in.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="maxAge">How long ago it may be, at least a second.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is below a second.</exception>
    public static AuthorizationPolicyBuilder RequireRecentSignIn(this AuthorizationPolicyBuilder policy, TimeSpan maxAge)
        => Require(policy, [.. new RequireRecentSignInAttribute((int)maxAge.TotalSeconds).GetRequirements()]);

    private static AuthorizationPolicyBuilder Require(AuthorizationPolicyBuilder policy, params IAuthorizationRequirement[] requirements)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!policy.AuthenticationSchemes.Contains(SuperTokensDefaults.AuthenticationScheme))
        {
            policy.AuthenticationSchemes.Add(SuperTokensDefaults.AuthenticationScheme);
        }

        return policy.AddRequirements(requirements);
    }
}
