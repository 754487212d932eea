using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's four forms, made from the configured sign-up fields.</summary>
internal sealed class FormRules
{
    public FormRules(IOptions<EmailPasswordOptions> options)
    {
        var fields = options.Value.FormFields;
        var rules = fields.Select(field => new FormFieldRule(field.Id, field.Optional, CheckOf(field.Id, field.Validate, options.Value))).ToList();

        // FDI: errors are listed in this order, extra fields first.
        foreach (var id in new[] { FormField.PasswordId, FormField.EmailId })
        {
            if (rules.TrueForAll(rule => rule.Id != id))
            {
                rules.Add(new FormFieldRule(id, Optional: false, CheckOf(id, null, options.Value)));
            }
        }

        SignUp = [.. rules];
        Password = rules.Find(rule => rule.Id == FormField.PasswordId)!;
        var email = rules.Find(rule => rule.Id == FormField.EmailId)!;

        // A password chosen under an older rule must still sign in.
        SignIn = [.. rules.Where(rule => rule == email || rule == Password).Select(rule => rule == Password ? rule with { Validate = null } : rule)];
        PasswordResetToken = [email];
        PasswordReset = [Password];
    }

    public ImmutableArray<FormFieldRule> SignUp { get; }

    public ImmutableArray<FormFieldRule> SignIn { get; }

    public ImmutableArray<FormFieldRule> PasswordResetToken { get; }

    public ImmutableArray<FormFieldRule> PasswordReset { get; }

    private FormFieldRule Password { get; }

    /// <summary>Checks a password that did not come from a form.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public ValueTask<string?> CheckPasswordAsync(string password, string tenantId, CancellationToken cancellationToken)
        => Password.Validate!(FormFieldValue.Of(FormField.PasswordId, password), tenantId, cancellationToken);

    private static Func<FormFieldValue, string, CancellationToken, ValueTask<string?>>? CheckOf(
        string id, Func<FormFieldValue, string, CancellationToken, ValueTask<string?>>? own, EmailPasswordOptions options)
    {
        var check = own ?? DefaultCheck(id);
        return id == FormField.PasswordId && options.RejectCommonPasswords
            ? async (value, tenantId, cancellationToken) => await check!(value, tenantId, cancellationToken) ?? CommonPasswords.Check(value.Text!)
            : check;
    }

    private static Func<FormFieldValue, string, CancellationToken, ValueTask<string?>>? DefaultCheck(string id) => id switch
    {
        FormField.EmailId => (value, _, _) => ValueTask.FromResult(EmailSyntax.Check(value.Text!)),
        FormField.PasswordId => (value, _, _) => ValueTask.FromResult(DefaultFieldChecks.Password(value.Text!)),
        _ => null,
    };
}
