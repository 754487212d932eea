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
    /// How long the mail says its link lasts. The core decides how long it really does: set this when you changed the core's
    /// <c>password_reset_token_lifetime</c>. Default: one hour, as the core's.
    /// </summary>
    public TimeSpan PasswordResetTokenLifetime { get; set; } = TimeSpan.FromHours(1);
}
