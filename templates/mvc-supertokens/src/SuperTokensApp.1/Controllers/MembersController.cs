using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokensApp._1.Controllers;

/// <summary>Pages for people with a role or a permission. Others are led to the page "access denied", and no action runs.</summary>
public class MembersController(IUserRolesRecipe roles, UserRoleClaim roleClaim, PermissionClaim permissionClaim) : Controller
{
    /// <summary>Everybody who is signed in may become a member. A role that not everybody may have is given by an action of your own.</summary>
    [HttpPost("/membership")]
    [RequireSession(AntiCsrfCheck = false)]
    public async Task<IActionResult> Join(SessionContainer session, CancellationToken cancellationToken)
    {
        await roles.CreateNewRoleOrAddPermissionsAsync("member", ["members:read"], cancellationToken);
        await roles.AddRoleToUserAsync(session.TenantId, session.UserId, "member", cancellationToken);

        // A session keeps the roles it began with until they are fetched again.
        await session.FetchAndSetClaimAsync(roleClaim, cancellationToken);
        await session.FetchAndSetClaimAsync(permissionClaim, cancellationToken);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Needs a permission.</summary>
    [HttpGet("/members")]
    [RequirePermission("members:read")]
    public IActionResult Index() => View();

    /// <summary>Needs a role that nobody has yet.</summary>
    [HttpGet("/admin")]
    [RequireRole("admin")]
    public IActionResult Admin() => View();
}
