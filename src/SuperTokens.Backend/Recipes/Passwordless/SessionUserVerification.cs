using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>
/// Verifies the address of a session's user with a code sent to it. Source: supertokens-node, which needs it where only verified
/// addresses are linked, but verifying is itself done with such a code.
/// </summary>
internal sealed class SessionUserVerification(IUserDirectory users, IEmailVerificationRecipe? verification = null)
{
    /// <summary>Verifies the address of the session's login method when a right code for just this address was sent in.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="contact">Where the code was sent.</param>
    /// <param name="isCodeRight">Checks the code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the address is verified or needs not be.</returns>
    /// <exception cref="UnauthorisedException">The session's user or login method is gone.</exception>
    public async Task VerifyAsync(
        AuthRequest request, PasswordlessContact contact, Func<CancellationToken, Task<bool>> isCodeRight, CancellationToken cancellationToken)
    {
        if (verification is null || request.Session is not { } session || contact is not PasswordlessContact.Email { Address: var email })
        {
            return;
        }

        var user = await users.GetUserAsync(session.UserId, cancellationToken) ?? throw new UnauthorisedException("Session user not found");
        var method = user.LoginMethods.FirstOrDefault(m => m.RecipeUserId == session.RecipeUserId)
            ?? throw new UnauthorisedException("Session user and session recipeUserId is inconsistent");
        if (!method.Verified
            && method.HasSameEmailAs(email)
            && await isCodeRight(cancellationToken)
            && await verification.CreateEmailVerificationTokenAsync(request.TenantId, method.RecipeUserId, email, cancellationToken) is CreateEmailVerificationTokenResult.Ok created)
        {
            await verification.VerifyEmailUsingTokenAsync(request.TenantId, created.Token, attemptAccountLinking: false, cancellationToken);
        }
    }
}
