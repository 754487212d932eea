using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>
/// Checks the fields of the recipe's forms by the rules of <see cref="EmailPasswordOptions.FormFields"/>, for an application's own page
/// before it calls <see cref="IEmailPasswordApi"/>. Frontends' forms are checked without it.
/// </summary>
public sealed class EmailPasswordForms
{
    private readonly FormRules _rules;

    internal EmailPasswordForms(FormRules rules) => _rules = rules;

    /// <summary>Checks a sign-up form.</summary>
    /// <param name="fields">The fields; one that is missing counts as empty.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>What is wrong; nothing when the form may be sent.</returns>
    public ValueTask<ImmutableArray<FormFieldError>> CheckSignUpAsync(IReadOnlyCollection<FormFieldValue> fields, string tenantId, CancellationToken cancellationToken = default)
        => CheckAsync(_rules.SignUp, fields, tenantId, cancellationToken);

    /// <summary>Checks a sign-in form: any password passes that is not empty, as it may have been chosen under an older rule.</summary>
    /// <param name="fields">The fields; one that is missing counts as empty.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>What is wrong; nothing when the form may be sent.</returns>
    public ValueTask<ImmutableArray<FormFieldError>> CheckSignInAsync(IReadOnlyCollection<FormFieldValue> fields, string tenantId, CancellationToken cancellationToken = default)
        => CheckAsync(_rules.SignIn, fields, tenantId, cancellationToken);

    /// <summary>Checks the address to which the link to a new password goes.</summary>
    /// <param name="email">The address, without surrounding blanks.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>What is wrong; nothing when the form may be sent.</returns>
    public ValueTask<ImmutableArray<FormFieldError>> CheckEmailAsync(string email, string tenantId, CancellationToken cancellationToken = default)
        => CheckAsync(_rules.PasswordResetToken, [FormFieldValue.Of(FormField.EmailId, email)], tenantId, cancellationToken);

    /// <summary>Checks a new password.</summary>
    /// <param name="password">The password, as typed.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>What is wrong; nothing when the form may be sent.</returns>
    public ValueTask<ImmutableArray<FormFieldError>> CheckPasswordAsync(string password, string tenantId, CancellationToken cancellationToken = default)
        => CheckAsync(_rules.PasswordReset, [FormFieldValue.Of(FormField.PasswordId, password)], tenantId, cancellationToken);

    private static async ValueTask<ImmutableArray<FormFieldError>> CheckAsync(
        ImmutableArray<FormFieldRule> rules, IReadOnlyCollection<FormFieldValue> fields, string tenantId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return await FormReader.CheckAsync(rules, fields, tenantId, cancellationToken);
    }
}
