using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Checks <see cref="ThirdPartyOptions"/> at start. In Development a provider may lack its secrets: it is left out, with a warning.</summary>
internal sealed class ThirdPartyOptionsValidator(IHostEnvironment environment, bool hasSaml) : IValidateOptions<ThirdPartyOptions>
{
    public ValidateOptionsResult Validate(string? name, ThirdPartyOptions options)
    {
        var failures = new List<string>();
        if (options.ProviderTimeout <= TimeSpan.Zero)
        {
            failures.Add($"SuperTokens:ThirdParty:ProviderTimeout is {options.ProviderTimeout}. Give the time a provider has for one answer, such as \"00:00:10\".");
        }

        if (options.Providers.Any(provider => string.IsNullOrWhiteSpace(provider.Key)))
        {
            failures.Add("SuperTokens:ThirdParty:Providers has a provider without an id. Give it the id that the frontend uses, such as \"google\".");
        }

        foreach (var entry in options.Providers.Where(provider => !string.IsNullOrWhiteSpace(provider.Key)).Select(provider => ProviderEntry.Of(provider.Key, provider.Value)))
        {
            failures.AddRange(ProviderSettings.Wrong(entry));
            if (entry.Rules is SamlProvider && !hasSaml)
            {
                failures.Add($"SuperTokens:ThirdParty:Providers:{entry.Id} needs the SAML recipe. Call AddSaml() where AddThirdParty() is called, or remove the provider.");
            }

            if (!environment.IsDevelopment())
            {
                failures.AddRange(ProviderSettings.Missing(entry).Select(setting =>
                    $"{setting} is missing, so that nobody can sign in with {entry.Id}. Set it in user secrets or the environment ({setting.Replace(":", "__", StringComparison.Ordinal)}), or remove the provider."));
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
