using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class SessionController : ControllerBase
{
    /// <summary>Open to everyone.</summary>
    [HttpGet("/hello")]
    public string Hello() => "hello";

    /// <summary>Needs a session: without one the answer is 401 and this method does not run.</summary>
    [HttpGet("/sessioninfo")]
    [RequireSession]
    public ActionResult SessionInfo(SessionContainer session) => Ok(new
    {
        sessionHandle = session.Handle,
        userId = session.UserId,
        accessTokenPayload = session.AccessTokenPayload,
    });
}
