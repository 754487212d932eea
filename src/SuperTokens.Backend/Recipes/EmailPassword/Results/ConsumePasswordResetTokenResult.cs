namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.ConsumePasswordResetTokenAsync"/> came to.</summary>
public abstract record ConsumePasswordResetTokenResult
{
    private ConsumePasswordResetTokenResult()
    {
    }

    /// <summary>The token was good and cannot be used again.</summary>
    /// <param name="UserId">The user it was made for: a login method's id or a primary user's.</param>
    /// <param name="Email">The address it was made for.</param>
    public sealed record Ok(string UserId, string Email) : ConsumePasswordResetTokenResult;

    /// <summary>The token is unknown, expired or used.</summary>
    public sealed record InvalidToken : ConsumePasswordResetTokenResult;
}
