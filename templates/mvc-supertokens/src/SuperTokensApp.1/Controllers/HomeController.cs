using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;

namespace SuperTokensApp._1.Controllers;

/// <summary>Open to everyone; knows who is signed in.</summary>
public class HomeController(IRequestSessions sessions) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        // With an access token that has expired this leads to a new one and back.
        await sessions.GetAsync(HttpContext, PageSession.Any, cancellationToken);
        return View();
    }
}
