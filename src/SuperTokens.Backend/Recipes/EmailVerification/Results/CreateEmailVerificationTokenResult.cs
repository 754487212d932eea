namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="IEmailVerificationRecipe.CreateEmailVerificationTokenAsync"/> came to.</summary>
public abstract record CreateEmailVerificationTokenResult
{
    private CreateEmailVerificationTokenResult()
    {
    }

    /// <summary>The token exists. Whoever has it can verify the address: send it there and nowhere else.</summary>
    /// <param name="Token">The token.</param>
    public sealed record Ok(string Token) : CreateEmailVerificationTokenResult
    {
        /// <summary>Names the case; the token stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The address is verified already.</summary>
    public sealed record EmailAlreadyVerified : CreateEmailVerificationTokenResult;
}
