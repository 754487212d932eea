using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Checks <see cref="MultitenancyOptions"/> at start.</summary>
internal sealed class MultitenancyOptionsValidator : IValidateOptions<MultitenancyOptions>
{
    public ValidateOptionsResult Validate(string? name, MultitenancyOptions options)
        => options.FirstFactors.Any(string.IsNullOrWhiteSpace)
            ? ValidateOptionsResult.Fail("SuperTokens:Multitenancy:FirstFactors has an empty entry. Remove it, or name a factor such as \"emailpassword\".")
            : ValidateOptionsResult.Success;
}
