using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SuperTokens.Load;

/// <summary>What the generated app's controller answers, for apps without SuperTokens.</summary>
[ApiController]
public sealed class SessionController : ControllerBase
{
    /// <summary>The open route.</summary>
    /// <returns>A word.</returns>
    [HttpGet("/hello")]
    public string Hello() => "hello";

    /// <summary>An answer as long as that of <c>/sessioninfo</c>, open to everyone.</summary>
    /// <returns>What stands for a session.</returns>
    [HttpGet("/plain")]
    public ActionResult Plain() => Ok(new
    {
        sessionHandle = "4f4e1808-fa2d-4a2b-86fc-e363d1ce4935",
        userId = "764a5686-8a45-44b8-9c2c-e59f953b213b",
        accessTokenPayload = new Dictionary<string, object?>
        {
            ["iat"] = 1795465833,
            ["exp"] = 1795469433,
            ["sub"] = "764a5686-8a45-44b8-9c2c-e59f953b213b",
            ["tId"] = "public",
            ["rsub"] = "764a5686-8a45-44b8-9c2c-e59f953b213b",
            ["sessionHandle"] = "4f4e1808-fa2d-4a2b-86fc-e363d1ce4935",
            ["refreshTokenHash1"] = "effd20cd0f54817c5e521f3a53b217ec6de8f60214f9df0d1dca214af64efb43",
            ["parentRefreshTokenHash1"] = null,
            ["antiCsrfToken"] = null,
            ["iss"] = "http://localhost:3001/auth",
        },
    });

    /// <summary>The protected route.</summary>
    /// <returns>What the token says.</returns>
    [HttpGet("/sessioninfo")]
    [Authorize]
    public ActionResult SessionInfo() => Ok(new
    {
        sessionHandle = User.FindFirstValue("sessionHandle"),
        userId = User.FindFirstValue("sub"),
        accessTokenPayload = User.Claims.ToDictionary(claim => claim.Type, claim => claim.Value),
    });
}
