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
public class AccountController(IUserDirectory users, ISessionRecipe sessions, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The core is asked for each session by itself, and somebody may have thousands.</summary>
    private const int MostSessions = 20;

    [TempData]
    public string? Notice { get; set; }

    [HttpGet("")]
    public async Task<IActionResult> Index(SessionContainer session, CancellationToken cancellationToken)
    {
        var user = await users.GetUserAsync(session.UserId, cancellationToken)
            ?? throw new UnauthorisedException("The user of the session has been deleted.");
        var own = await sessions.GetAllSessionHandlesForUserAsync(session.UserId, cancellationToken: cancellationToken);

        // The newest come last, as a rule. The one that asks is always shown.
        var shown = own.Remove(session.Handle).TakeLast(MostSessions - 1).Append(session.Handle);
        var known = await Task.WhenAll(shown.Select(handle => sessions.GetSessionInformationAsync(handle, cancellationToken)));
        return View(new AccountPage(user, session.Handle, [.. known.OfType<SessionInformation>().OrderByDescending(one => one.TimeCreated)], own.Length));
    }

    [HttpPost("sessions/sign-out")]
    public async Task<IActionResult> SignOut(string handle, SessionContainer session, CancellationToken cancellationToken)
    {
        // What a form names may be anybody's: only the person's own sessions count.
        var own = await sessions.GetAllSessionHandlesForUserAsync(session.UserId, cancellationToken: cancellationToken);
        if (own.Contains(handle) && await sessions.RevokeSessionAsync(handle, cancellationToken))
        {
            Notice = texts["Account.SignedOut"];
        }

        return RedirectToAction(nameof(Index));
    }

    [HttpPost("sessions/sign-out-others")]
    public async Task<IActionResult> SignOutOthers(SessionContainer session, CancellationToken cancellationToken)
    {
        var own = await sessions.GetAllSessionHandlesForUserAsync(session.UserId, cancellationToken: cancellationToken);
        await sessions.RevokeMultipleSessionsAsync(own.Remove(session.Handle), cancellationToken);
        Notice = texts["Account.SignedOutOthers"];
        return RedirectToAction(nameof(Index));
    }
}
