using Microsoft.Extensions.Options;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>Checks the options at start. Each message names the setting, its value and the fix.</summary>
internal sealed class EmbeddedCoreOptionsValidator : IValidateOptions<EmbeddedCoreOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddedCoreOptions options)
    {
        var failures = new List<string>();
        if (options.BcryptCost is < 4 or > 31)
        {
            failures.Add($"EmbeddedCoreOptions.BcryptCost is {options.BcryptCost}, but bcrypt knows costs from 4 to 31. The core's default is 11.");
        }

        if (!options.InMemory && string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            failures.Add("EmbeddedCoreOptions.DataDirectory is empty. Name a folder such as .supertokens/data, or set InMemory to true.");
        }

        RequireAboveZero(options.CoreConfig.AccessTokenValidity, nameof(CoreConfig.AccessTokenValidity), "seconds");
        RequireAboveZero(options.CoreConfig.RefreshTokenValidity, nameof(CoreConfig.RefreshTokenValidity), "minutes");
        RequireAboveZero(
            options.CoreConfig.AccessTokenDynamicSigningKeyUpdateInterval, nameof(CoreConfig.AccessTokenDynamicSigningKeyUpdateInterval), "hours");
        RequireAboveZero(options.CoreConfig.PasswordResetTokenLifetime, nameof(CoreConfig.PasswordResetTokenLifetime), "milliseconds");
        RequireAboveZero(options.CoreConfig.EmailVerificationTokenLifetime, nameof(CoreConfig.EmailVerificationTokenLifetime), "milliseconds");
        RequireAboveZero(options.CoreConfig.PasswordlessCodeLifetime, nameof(CoreConfig.PasswordlessCodeLifetime), "milliseconds");
        RequireAboveZero(options.CoreConfig.PasswordlessMaxCodeInputAttempts, nameof(CoreConfig.PasswordlessMaxCodeInputAttempts), "attempts");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void RequireAboveZero(double value, string setting, string unit)
        {
            if (!(value > 0))
            {
                failures.Add($"EmbeddedCoreOptions.CoreConfig.{setting} is {value}. Set a number of {unit} above 0.");
            }
        }
    }
}
