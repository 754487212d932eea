using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Checks <see cref="AccountLinkingOptions"/> at start.</summary>
internal sealed class AccountLinkingOptionsValidator : IValidateOptions<AccountLinkingOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountLinkingOptions options)
        => options is { Automatic: true, ShouldDoAutomaticAccountLinking: not null }
            ? ValidateOptionsResult.Fail(
                $"SuperTokens:AccountLinking:Automatic is true, and {nameof(AccountLinkingOptions.ShouldDoAutomaticAccountLinking)} is set too. Keep one: the setting links always, the function decides case by case.")
            : ValidateOptionsResult.Success;
}
