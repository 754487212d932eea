using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokensApp._1.Controllers;

namespace SuperTokensApp._1.Components;

/// <summary>The display name on the account page.</summary>
public class DisplayNameViewComponent(IUserMetadataRecipe metadata) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string userId)
    {
        var kept = await metadata.GetUserMetadataAsync(userId, HttpContext.RequestAborted);
        return View(model: kept.Metadata[DisplayNameController.Key]?.ToString());
    }
}
