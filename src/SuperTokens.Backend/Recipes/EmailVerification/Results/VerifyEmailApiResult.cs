using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="IEmailVerificationApi.VerifyEmailAsync"/> answers.</summary>
public abstract record VerifyEmailApiResult
{
    private VerifyEmailApiResult()
    {
    }

    /// <summary>The address is verified.</summary>
    /// <param name="RecipeUserId">The login method the token was made for.</param>
    /// <param name="Email">The address it was made for.</param>
    /// <param name="NewSession">The session that took the caller's place because its user became part of another one; else null.</param>
    public sealed record Ok(RecipeUserId RecipeUserId, string Email, SessionContainer? NewSession = null) : VerifyEmailApiResult
    {
        /// <summary>Names the case; the address stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The token is unknown, used or expired.</summary>
    public sealed record InvalidToken : VerifyEmailApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : VerifyEmailApiResult;
}
