namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordApi.EmailExistsAsync"/> answers.</summary>
public abstract record EmailExistsApiResult
{
    private EmailExistsApiResult()
    {
    }

    /// <summary>The answer.</summary>
    /// <param name="Exists">Whether somebody in the tenant signed up with this address and a password.</param>
    public sealed record Ok(bool Exists) : EmailExistsApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : EmailExistsApiResult;
}
