using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Endpoints;

public static class VerifiedEndpoints
{
    public static void MapVerifiedEndpoints(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/verified", VerifiedAsync).RequireSession();

    /// <summary>
    /// Needs a verified address: without one the answer is 403. While SuperTokens:EmailVerification:Mode is Required, so does every other
    /// endpoint with a session, and the check in here may go; with Optional only those that ask, as this one does.
    /// </summary>
    private static async Task<string> VerifiedAsync(SessionContainer session, EmailVerificationClaim emailVerified, CancellationToken cancellationToken)
    {
        await session.AssertClaimsAsync([emailVerified.IsVerified()], cancellationToken);
        return "Your address is verified.";
    }
}
