namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessApi.PhoneNumberExistsAsync"/> answers.</summary>
public abstract record PhoneNumberExistsApiResult
{
    private PhoneNumberExistsApiResult()
    {
    }

    /// <summary>The answer.</summary>
    /// <param name="Exists">Whether somebody in the tenant signs in with codes sent to this number.</param>
    public sealed record Ok(bool Exists) : PhoneNumberExistsApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : PhoneNumberExistsApiResult;
}
