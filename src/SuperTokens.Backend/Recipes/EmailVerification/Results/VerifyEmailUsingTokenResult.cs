using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="IEmailVerificationRecipe.VerifyEmailUsingTokenAsync"/> came to.</summary>
public abstract record VerifyEmailUsingTokenResult
{
    private VerifyEmailUsingTokenResult()
    {
    }

    /// <summary>The address is verified.</summary>
    /// <param name="RecipeUserId">The login method the token was made for.</param>
    /// <param name="Email">The address it was made for; the login method may have another one by now.</param>
    public sealed record Ok(RecipeUserId RecipeUserId, string Email) : VerifyEmailUsingTokenResult
    {
        /// <summary>Names the case; the address stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The token is unknown, used or expired.</summary>
    public sealed record InvalidToken : VerifyEmailUsingTokenResult;
}
