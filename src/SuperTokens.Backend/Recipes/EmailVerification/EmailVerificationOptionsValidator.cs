using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Checks <see cref="EmailVerificationOptions"/> at start.</summary>
internal sealed class EmailVerificationOptionsValidator : IValidateOptions<EmailVerificationOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailVerificationOptions options)
    {
        var failures = new List<string>();
        if (!Enum.IsDefined(options.Mode))
        {
            failures.Add($"SuperTokens:EmailVerification:Mode is {options.Mode}. Use \"Required\" or \"Optional\".");
        }

        if (options.EmailVerificationTokenLifetime <= TimeSpan.Zero)
        {
            failures.Add($"SuperTokens:EmailVerification:EmailVerificationTokenLifetime is {options.EmailVerificationTokenLifetime}. Give the time the core lets a token last, such as \"1.00:00:00\".");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
