namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.CreateResetPasswordTokenAsync"/> came to.</summary>
public abstract record CreateResetPasswordTokenResult
{
    private CreateResetPasswordTokenResult()
    {
    }

    /// <summary>The token exists. Whoever has it can set the password: send it to the user's address and nowhere else.</summary>
    /// <param name="Token">The token.</param>
    public sealed record Ok(string Token) : CreateResetPasswordTokenResult
    {
        /// <summary>Names the case; the token stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>There is no user of this id.</summary>
    public sealed record UnknownUserId : CreateResetPasswordTokenResult;
}
