using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokensApp._1.Controllers;

/// <summary>Open to everyone; knows who is signed in.</summary>
[RequireSession(SessionRequired = false)]
public class HomeController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();
}
