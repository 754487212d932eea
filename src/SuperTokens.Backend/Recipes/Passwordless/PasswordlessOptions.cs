namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Settings of the passwordless recipe; the configuration section <c>SuperTokens:Passwordless</c> binds to it.</summary>
public sealed class PasswordlessOptions
{
    /// <summary>What people sign in with. Default: <see cref="PasswordlessContactMethod.Email"/>, because SMS cost money.</summary>
    public PasswordlessContactMethod ContactMethod { get; set; } = PasswordlessContactMethod.Email;

    /// <summary>What people get to sign in with. Default: <see cref="PasswordlessFlowType.UserInputCodeAndMagicLink"/>.</summary>
    public PasswordlessFlowType FlowType { get; set; } = PasswordlessFlowType.UserInputCodeAndMagicLink;

    /// <summary>
    /// Checks an address: returns what is wrong with it, in words for people, or null. Gets the address without surrounding blanks
    /// and the tenant. Only set in code. Default (null): the form of an address.
    /// </summary>
    public Func<string, string, CancellationToken, ValueTask<string?>>? ValidateEmailAddress { get; set; }

    /// <summary>
    /// Checks a phone number: returns what is wrong with it, in words for people, or null. Gets the number as typed and the tenant.
    /// Only set in code. Default (null): a number that exists by its country's rules, with the country's code.
    /// </summary>
    public Func<string, string, CancellationToken, ValueTask<string?>>? ValidatePhoneNumber { get; set; }

    /// <summary>
    /// Makes the codes that people type. Gets the tenant. The core refuses one that the same attempt already had; after three of
    /// those people read that they should try again. Only set in code. Default (null): the core's, six digits.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<string>>? GetCustomUserInputCode { get; set; }
}
