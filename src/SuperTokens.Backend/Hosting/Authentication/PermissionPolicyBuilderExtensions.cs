using SuperTokens.Backend.Hosting.Authentication;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Puts permissions into policies; roles have the policy builder's own <c>RequireRole</c>.</summary>
public static class PermissionPolicyBuilderExtensions
{
    /// <summary>Requires a session with all of some permissions. It needs the UserRoles recipe.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="allOf">The permissions, all of which are needed.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">There is no permission, or an empty one.</exception>
    public static AuthorizationPolicyBuilder RequirePermission(this AuthorizationPolicyBuilder policy, params string[] allOf)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new PermissionRequirement(RequiredNames.Of(allOf, nameof(allOf))));
    }
}
