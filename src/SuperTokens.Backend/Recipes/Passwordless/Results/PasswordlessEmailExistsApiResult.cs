namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessApi.EmailExistsAsync"/> answers.</summary>
public abstract record PasswordlessEmailExistsApiResult
{
    private PasswordlessEmailExistsApiResult()
    {
    }

    /// <summary>The answer.</summary>
    /// <param name="Exists">Whether somebody in the tenant signs in with codes sent to this address.</param>
    public sealed record Ok(bool Exists) : PasswordlessEmailExistsApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : PasswordlessEmailExistsApiResult;
}
