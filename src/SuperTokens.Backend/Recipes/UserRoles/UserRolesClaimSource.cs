using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>Puts roles and permissions into new sessions. Nothing is required of every session: that is for endpoints to say.</summary>
internal sealed class UserRolesClaimSource(UserRoleClaim roles, PermissionClaim permissions, IOptions<UserRolesOptions> options) : ISessionClaimSource
{
    public IReadOnlyList<SessionClaim> Claims =>
    [
        .. options.Value.SkipAddingRolesToAccessToken ? [] : (SessionClaim[])[roles],
        .. options.Value.SkipAddingPermissionsToAccessToken ? [] : (SessionClaim[])[permissions],
    ];

    public IReadOnlyList<SessionClaimValidator> GlobalValidators => [];
}
