using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokensApp._1.Components;

/// <summary>The roles on the account page.</summary>
public class RolesViewComponent(IUserRolesRecipe roles) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string tenantId, string userId)
        => View(await roles.GetRolesForUserAsync(tenantId, userId, HttpContext.RequestAborted));
}
