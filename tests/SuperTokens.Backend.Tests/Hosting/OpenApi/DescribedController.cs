using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>Actions of an application whose API is described.</summary>
[ApiController]
[Route("described")]
public sealed class DescribedController : ControllerBase
{
    [HttpGet("open")]
    public IActionResult Open(string word) => Ok(word);

    [HttpPost("closed")]
    [RequireSession]
    public IActionResult Closed(SessionContainer session, DescribedNote note) => Ok($"{session?.UserId}: {note?.Text}");

    [HttpGet("maybe")]
    public IActionResult Maybe(SessionContainer? session) => Ok(session?.UserId);

    [HttpGet("role")]
    [RequireRole("admin")]
    public IActionResult Role() => Ok("admin");
}
