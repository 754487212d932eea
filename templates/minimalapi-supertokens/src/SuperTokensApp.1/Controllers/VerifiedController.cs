using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class VerifiedController(EmailVerificationClaim emailVerified) : ControllerBase
{
    /// <summary>
    /// Needs a verified address: without one the answer is 403. While SuperTokens:EmailVerification:Mode is Required, so does every other
    /// endpoint with a session, and the check in here may go; with Optional only those that ask, as this one does.
    /// </summary>
    [HttpGet("/verified")]
    [RequireSession]
    public async Task<string> Verified(SessionContainer session, CancellationToken cancellationToken)
    {
        await session.AssertClaimsAsync([emailVerified.IsVerified()], cancellationToken);
        return "Your address is verified.";
    }
}
