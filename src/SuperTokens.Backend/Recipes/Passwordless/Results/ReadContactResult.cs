namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="PasswordlessContacts"/> made of what people typed.</summary>
public abstract record ReadContactResult
{
    private ReadContactResult()
    {
    }

    /// <summary>A code can go there.</summary>
    /// <param name="Contact">The address or the number.</param>
    public sealed record Ok(PasswordlessContact Contact) : ReadContactResult;

    /// <summary>It is no address or number.</summary>
    /// <param name="Error">What is wrong, in words for people: the text of the check, which a page may translate.</param>
    public sealed record Invalid(string Error) : ReadContactResult;
}
