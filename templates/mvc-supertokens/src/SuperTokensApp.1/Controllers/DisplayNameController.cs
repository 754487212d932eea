using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>The name that a person goes by, kept as metadata. Let people see and set named values only: the rest may not be for them.</summary>
[Route("account/name")]
[RequireSession(AntiCsrfCheck = false)]
public class DisplayNameController(IUserMetadataRecipe metadata, IStringLocalizer<Texts> texts) : Controller
{
    public const string Key = "displayName";

    [TempData]
    public string? Notice { get; set; }

    [HttpGet("")]
    public async Task<IActionResult> Edit(SessionContainer session, CancellationToken cancellationToken)
    {
        var kept = await metadata.GetUserMetadataAsync(session.UserId, cancellationToken);
        return View(new DisplayNameForm { DisplayName = kept.Metadata[Key]?.ToString() });
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(DisplayNameForm form, SessionContainer session, CancellationToken cancellationToken)
    {
        var name = form.DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > DisplayNameForm.MaxLength)
        {
            ModelState.AddModelError(nameof(form.DisplayName), texts[name.Length == 0 ? "DisplayName.Missing" : "DisplayName.TooLong", DisplayNameForm.MaxLength]);
            return View(form);
        }

        await metadata.UpdateUserMetadataAsync(session.UserId, new JsonObject { [Key] = name }, cancellationToken);
        Notice = texts["DisplayName.Saved"];
        return RedirectToAction(nameof(AccountController.Index), "Account");
    }
}
