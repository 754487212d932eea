namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Settings of the e-mail and password recipe; the configuration section <c>SuperTokens:EmailPassword</c> binds to it.</summary>
public sealed class EmailPasswordOptions
{
    /// <summary>
    /// The fields of the sign-up form. Address and password are always part of it: name them here only to change how they
    /// are checked. Default: those two. A sign-up with a field that is not listed is refused with a 400.
    /// </summary>
    public IList<FormField> FormFields { get; } = [];

    /// <summary>
    /// Whether a new password must not be one of the 10,000 most common ones, nor one of them with up to four digits or signs behind it, such as
    /// <c>Dragon1987!</c>. Upper and lower case are the same. It is checked after the field's own rule, at sign-up and wherever a password is
    /// changed, never at sign-in. Default: false, as in SuperTokens' other SDKs; the project templates turn it on.
    /// </summary>
    public bool RejectCommonPasswords { get; set; }

    /// <summary>
    /// How long the mail says its link lasts. The core decides how long it really does: set this when you changed the core's
    /// <c>password_reset_token_lifetime</c>. Default: one hour, as the core's.
    /// </summary>
    public TimeSpan PasswordResetTokenLifetime { get; set; } = TimeSpan.FromHours(1);
}
