using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;

namespace SuperTokensApp._1.Controllers;

/// <summary>
/// Leads from an access token that has expired to a new one, and back to the page. Browsers send the refresh token to one path only, so
/// the page's script sends a request there, one tab after the other; without scripts its form does.
/// </summary>
[SignInPage]
public class ContinueController(ISessionApi sessions, ApiContextFactory contexts) : Controller
{
    [HttpGet("continue")]
    public async Task<IActionResult> Index()
    {
        var returnUrl = ReturnAddress.Of(Request, Url) ?? Url.Content("~/");
        var found = await PageSession.FindAsync(HttpContext);
        return found.Session is null ? View(new ContinuePage(returnUrl)) : LocalRedirect(returnUrl);
    }

    [HttpPost("page")]
    [RefreshTokenPath]
    public async Task<IActionResult> Refresh(CancellationToken cancellationToken)
    {
        // What this header proves to SuperTokens where it is asked for, antiforgery has proved: the form is one of this site.
        Request.Headers["rid"] = "anti-csrf";
        if (await contexts.CreateAsync(HttpContext, cancellationToken: cancellationToken) is not { } api)
        {
            return NotFound();
        }

        // When the session is gone, PageSessions leads to the sign-in page.
        await sessions.RefreshPostAsync(api, cancellationToken);
        return LocalRedirect(ReturnAddress.Of(Request, Url) ?? Url.Content("~/"));
    }
}
