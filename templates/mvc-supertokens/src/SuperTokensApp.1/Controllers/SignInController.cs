using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;

namespace SuperTokensApp._1.Controllers;

/// <summary>The page with all ways to sign in, and the way out.</summary>
public class SignInController(
    ApiContextFactory contexts, SignInPages pages, IRequestSessions sessions, ISessionApi api, SuperTokensAppInfo appInfo, IAntiforgery antiforgery)
    : FlowController(contexts)
{
    [HttpGet("sign-in")]
    public async Task<IActionResult> SignIn(CancellationToken cancellationToken)
        => IsSignedIn ? Return() : View(await pages.CreateAsync(new SignInForm(), Api, cancellationToken));

    /// <summary>
    /// Ends the session, also when its access token has expired: here browsers send the refresh token, too. The form's antiforgery token is
    /// then that of somebody who is not known any more.
    /// </summary>
    [HttpPost("sign-out")]
    [RefreshTokenPath]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> SignOut(CancellationToken cancellationToken)
    {
        if (!await IsFromThisSiteAsync())
        {
            return new AntiforgeryValidationFailedResult();
        }

        if (await FindSessionAsync(cancellationToken) is { } session)
        {
            await api.SignOutPostAsync(session, Api, cancellationToken);
        }

        return LocalRedirect("~/");
    }

    private async Task<SessionContainer?> FindSessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.GetAsync(HttpContext, PageSession.Any, cancellationToken);
        }
        catch (TryRefreshTokenException)
        {
            // When the session is gone, PageSessions leads to the sign-in page. "rid" says what has been found out: the form is one of this site.
            Request.Headers["rid"] = "anti-csrf";
            return await api.RefreshPostAsync(Api, cancellationToken);
        }
    }

    /// <summary>Browsers say from which site a form comes. Without that word, its antiforgery token has to be right.</summary>
    private async Task<bool> IsFromThisSiteAsync()
    {
        try
        {
            return Request.Headers.Origin == appInfo.GetOrigin(HttpContext) || await antiforgery.IsRequestValidAsync(HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
