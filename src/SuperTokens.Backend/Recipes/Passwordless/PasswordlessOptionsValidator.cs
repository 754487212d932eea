using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Checks <see cref="PasswordlessOptions"/> at start.</summary>
internal sealed class PasswordlessOptionsValidator : IValidateOptions<PasswordlessOptions>
{
    public ValidateOptionsResult Validate(string? name, PasswordlessOptions options)
    {
        var failures = new List<string>();
        if (!Enum.IsDefined(options.ContactMethod))
        {
            failures.Add($"SuperTokens:Passwordless:ContactMethod is {options.ContactMethod}. Use {string.Join(", ", Enum.GetNames<PasswordlessContactMethod>())}.");
        }

        if (!Enum.IsDefined(options.FlowType))
        {
            failures.Add($"SuperTokens:Passwordless:FlowType is {options.FlowType}. Use {string.Join(", ", Enum.GetNames<PasswordlessFlowType>())}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
