using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>
/// Providers to sign in with that lack a secret. Outside Development the application does not start with one; in Development it is left out,
/// which the log says anyway, so that this is for those who ask.
/// </summary>
internal sealed class ProviderSecretCheck(IOptions<ThirdPartyOptions> options) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (!report.OnDemand)
        {
            return Task.CompletedTask;
        }

        foreach (var entry in options.Value.Providers.Select(provider => ProviderEntry.Of(provider.Key, provider.Value)))
        {
            foreach (var setting in ProviderSettings.Missing(entry))
            {
                report.Warning(
                    DoctorIds.ProviderSecretMissing,
                    setting,
                    "not set",
                    $"Nobody can sign in with {entry.Id}; outside Development the application does not start.",
                    $"Set it in user secrets or the environment ({setting.Replace(":", "__", StringComparison.Ordinal)}), or remove the provider.");
            }
        }

        return Task.CompletedTask;
    }
}
