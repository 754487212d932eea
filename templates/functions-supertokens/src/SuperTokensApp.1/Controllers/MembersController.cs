using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class MembersController(IUserRolesRecipe roles, UserRoleClaim roleClaim, PermissionClaim permissionClaim) : ControllerBase
{
    /// <summary>Everybody who is signed in may become a member. A role that not everybody may have is given by an endpoint of your own.</summary>
    [HttpPost("/membership")]
    [RequireSession]
    public async Task<ActionResult> Join(SessionContainer session, CancellationToken cancellationToken)
    {
        await roles.CreateNewRoleOrAddPermissionsAsync("member", ["members:read"], cancellationToken);
        await roles.AddRoleToUserAsync(session.TenantId, session.UserId, "member", cancellationToken);

        // A session keeps the roles it began with until they are fetched again.
        await session.FetchAndSetClaimAsync(roleClaim, cancellationToken);
        await session.FetchAndSetClaimAsync(permissionClaim, cancellationToken);
        return Ok(new { role = "member" });
    }

    /// <summary>Needs a permission: without it the answer is 403 and this method does not run.</summary>
    [HttpGet("/members")]
    [RequirePermission("members:read")]
    public string Members() => "Welcome, member.";

    /// <summary>Needs a role that nobody has yet.</summary>
    [HttpGet("/admin")]
    [RequireRole("admin")]
    public string Admin() => "Welcome, admin.";
}
