using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;

namespace SuperTokensApp._1.Controllers;

/// <summary>The page with all ways to sign in, and the way out.</summary>
public class SignInController(ApiContextFactory contexts, SignInPages pages, IRequestSessions sessions, ISessionApi api) : FlowController(contexts)
{
    [HttpGet("sign-in")]
    public async Task<IActionResult> SignIn(CancellationToken cancellationToken)
        => IsSignedIn ? Return() : View(await pages.CreateAsync(new SignInForm(), Api, cancellationToken));

    [HttpPost("sign-out")]
    public async Task<IActionResult> SignOut(CancellationToken cancellationToken)
    {
        if (await sessions.GetAsync(HttpContext, PageSession.Any, cancellationToken) is { } session)
        {
            await api.SignOutPostAsync(session, Api, cancellationToken);
        }

        return LocalRedirect("~/");
    }
}
