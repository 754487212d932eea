namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>A field of the sign-up form.</summary>
public sealed class FormField
{
    /// <summary>The id of the address field.</summary>
    public const string EmailId = "email";

    /// <summary>The id of the password field.</summary>
    public const string PasswordId = "password";

    /// <summary>The field's id, the same as in the frontend's configuration. Required.</summary>
    public string Id { get; set; } = "";

    /// <summary>Whether the field may be left out or empty. Default: false. Address and password never may.</summary>
    public bool Optional { get; set; }

    /// <summary>
    /// Checks a value that is there: returns what is wrong with it, in words for people, or null. Gets the value and the
    /// tenant. Only set in code. Default: no check for extra fields; for <c>email</c> the form of an address; for
    /// <c>password</c> 8 to 99 characters with a letter and a digit.
    /// </summary>
    public Func<FormFieldValue, string, CancellationToken, ValueTask<string?>>? Validate { get; set; }
}
