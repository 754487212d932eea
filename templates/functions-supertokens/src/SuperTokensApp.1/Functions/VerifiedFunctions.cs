using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.EmailVerification;

namespace SuperTokensApp._1.Functions;

public class VerifiedFunctions(EmailVerificationClaim emailVerified)
{
    /// <summary>
    /// Needs a verified address: without one the answer is 403. While SuperTokens:EmailVerification:Mode is Required, so does every other
    /// function with a session, and the check in here may go; with Optional only those that ask, as this one does.
    /// </summary>
    [Function("Verified")]
    [RequireSession]
    public async Task<IResult> Verified(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "verified")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await request.HttpContext.GetSession()!.AssertClaimsAsync([emailVerified.IsVerified()], cancellationToken);
        return Results.Text("Your address is verified.");
    }
}
