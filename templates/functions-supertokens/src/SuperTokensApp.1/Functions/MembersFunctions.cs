using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokensApp._1.Functions;

public class MembersFunctions(IUserRolesRecipe roles, UserRoleClaim roleClaim, PermissionClaim permissionClaim)
{
    /// <summary>Everybody who is signed in may become a member. A role that not everybody may have is given by a function of your own.</summary>
    [Function("Join")]
    [RequireSession]
    public async Task<IResult> Join(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "membership")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var session = request.HttpContext.GetSession()!;
        await roles.CreateNewRoleOrAddPermissionsAsync("member", ["members:read"], cancellationToken);
        await roles.AddRoleToUserAsync(session.TenantId, session.UserId, "member", cancellationToken);

        // A session keeps the roles it began with until they are fetched again.
        await session.FetchAndSetClaimAsync(roleClaim, cancellationToken);
        await session.FetchAndSetClaimAsync(permissionClaim, cancellationToken);
        return Results.Ok(new { role = "member" });
    }

    /// <summary>Needs a permission: without it the answer is 403 and this method does not run.</summary>
    [Function("Members")]
    [RequirePermission("members:read")]
    public IResult Members([HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "members")] HttpRequest request)
        => Results.Text("Welcome, member.");

    /// <summary>Needs a role that nobody has yet. Routes that begin with "admin" belong to the Functions host.</summary>
    [Function("Staff")]
    [RequireRole("admin")]
    public IResult Staff([HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "staff")] HttpRequest request)
        => Results.Text("Welcome, admin.");
}
