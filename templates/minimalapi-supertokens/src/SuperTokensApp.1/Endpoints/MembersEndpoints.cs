using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokensApp._1.Endpoints;

public static class MembersEndpoints
{
    public static void MapMembersEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/membership", JoinAsync).RequireSession();

        // Needs a permission: without it the answer is 403 and this code does not run.
        endpoints.MapGet("/members", () => "Welcome, member.").RequirePermission("members:read");

        // Needs a role that nobody has yet.
        endpoints.MapGet("/admin", () => "Welcome, admin.").RequireRole("admin");
    }

    /// <summary>Everybody who is signed in may become a member. A role that not everybody may have is given by an endpoint of your own.</summary>
    private static async Task<Membership> JoinAsync(
        SessionContainer session, IUserRolesRecipe roles, UserRoleClaim roleClaim, PermissionClaim permissionClaim, CancellationToken cancellationToken)
    {
        await roles.CreateNewRoleOrAddPermissionsAsync("member", ["members:read"], cancellationToken);
        await roles.AddRoleToUserAsync(session.TenantId, session.UserId, "member", cancellationToken);

        // A session keeps the roles it began with until they are fetched again.
        await session.FetchAndSetClaimAsync(roleClaim, cancellationToken);
        await session.FetchAndSetClaimAsync(permissionClaim, cancellationToken);
        return new Membership("member");
    }
}

public sealed record Membership(string Role);
