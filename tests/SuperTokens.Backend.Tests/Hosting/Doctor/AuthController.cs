using Microsoft.AspNetCore.Mvc;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Its conventional path is /Auth/SignIn, which SuperTokens serves.</summary>
public sealed class AuthController : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn() => Ok();
}
