using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>
/// The account of the person who is signed in. The core is asked whether the session still exists, so that one which was signed out
/// elsewhere ends here at once and not only when its access token expires.
/// </summary>
[Route("account")]
[RequireSession(CheckDatabase = true, AntiCsrfCheck = false)]
public class AccountController(IUserDirectory users, IStringLocalizer<Texts> texts) : Controller
{
    [TempData]
    public string? Notice { get; set; }

    [HttpGet("")]
    public async Task<IActionResult> Index(SessionContainer session, CancellationToken cancellationToken)
    {
        var user = await users.GetUserAsync(session.UserId, cancellationToken)
            ?? throw new UnauthorisedException("The user of the session has been deleted.");
        return View(new AccountPage(user, session.Handle, await session.ListAllAsync(cancellationToken: cancellationToken)));
    }

    [HttpPost("sessions/sign-out")]
    public async Task<IActionResult> SignOut(string handle, SessionContainer session, CancellationToken cancellationToken)
    {
        // What a form names may be anybody's: only the person's own sessions end.
        if (await session.RevokeOneAsync(handle, cancellationToken))
        {
            Notice = texts["Account.SignedOut"];
        }

        return RedirectToAction(nameof(Index));
    }

    [HttpPost("sessions/sign-out-others")]
    public async Task<IActionResult> SignOutOthers(SessionContainer session, CancellationToken cancellationToken)
    {
        await session.RevokeOthersAsync(cancellationToken);
        Notice = texts["Account.SignedOutOthers"];
        return RedirectToAction(nameof(Index));
    }
}
