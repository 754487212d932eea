using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What the recipe's endpoints answer.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="IsVerified">Only where that was the question.</param>
internal sealed record EmailVerificationAnswer(string Status, bool? IsVerified = null)
{
    public static IResult Of(string status, bool? isVerified = null)
        => TypedResults.Json(new EmailVerificationAnswer(status, isVerified), EmailVerificationJsonContext.Default.EmailVerificationAnswer);
}
