using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Checks <see cref="EmailPasswordOptions"/> at start.</summary>
internal sealed class EmailPasswordOptionsValidator : IValidateOptions<EmailPasswordOptions>
{
    private const string Setting = "SuperTokens:EmailPassword:FormFields";

    public ValidateOptionsResult Validate(string? name, EmailPasswordOptions options)
    {
        var failures = new List<string>();
        if (options.FormFields.Any(field => string.IsNullOrWhiteSpace(field.Id)))
        {
            failures.Add($"{Setting} has a field without an Id. Give it the id that the frontend uses, such as \"name\".");
        }

        failures.AddRange(options.FormFields
            .Where(field => !string.IsNullOrWhiteSpace(field.Id))
            .GroupBy(field => field.Id, StringComparer.Ordinal)
            .Where(fields => fields.Count() > 1)
            .Select(fields => $"{Setting} has the field \"{fields.Key}\" more than once. Keep one of them."));
        failures.AddRange(options.FormFields
            .Where(field => field is { Optional: true, Id: FormField.EmailId or FormField.PasswordId })
            .Select(field => $"{Setting} makes \"{field.Id}\" optional. It is always required: remove Optional."));
        if (options.PasswordResetTokenLifetime <= TimeSpan.Zero)
        {
            failures.Add($"SuperTokens:EmailPassword:PasswordResetTokenLifetime is {options.PasswordResetTokenLifetime}. Give the time the core lets a token last, such as \"01:00:00\".");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
