using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Recipes.UserRoles;

[ApiController]
[Route("controller/roles")]
public sealed class RolesTestController : ControllerBase
{
    [HttpGet("role")]
    [RequireRole("editor")]
    public string Role() => User.Identity!.IsAuthenticated ? "in" : "in without a user";

    [HttpGet("authorize")]
    [Authorize(Roles = "editor")]
    public string Authorized() => User.Identity!.IsAuthenticated ? "in" : "in without a user";

    [HttpGet("permission")]
    [RequirePermission("write")]
    public string Permission() => User.Identity!.IsAuthenticated ? "in" : "in without a user";
}
