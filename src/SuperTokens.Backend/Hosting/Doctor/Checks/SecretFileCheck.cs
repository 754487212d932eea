using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Secrets in a settings file that is committed with the code. Values are compared with nothing and shown nowhere.</summary>
internal sealed class SecretFileCheck(IConfiguration? configuration = null, SuperTokensConfigurationSection? section = null) : IDoctorCheck
{
    private static readonly string[] SecretNames = [CoreProbe.KeyName, "ClientSecret", "Password", "AuthToken", "privateKey"];

    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (configuration is not IConfigurationRoot root || section is null)
        {
            return Task.CompletedTask;
        }

        var secrets = section.Section.AsEnumerable()
            .Where(each => !string.IsNullOrEmpty(each.Value) && SecretNames.Contains(each.Key[(each.Key.LastIndexOf(':') + 1)..], StringComparer.OrdinalIgnoreCase))
            .Select(each => each.Key)
            .ToList();
        var files = root.Providers.OfType<JsonConfigurationProvider>()
            .Select(provider => (Provider: provider, File: Path.GetFileName(provider.Source.Path) ?? ""))
            .Where(each => each.File.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase));
        foreach (var (provider, file) in files)
        {
            foreach (var secret in secrets.Where(secret => provider.TryGet(secret, out var value) && !string.IsNullOrEmpty(value)))
            {
                report.Warning(
                    DoctorIds.SecretInFile,
                    secret,
                    $"in {file}",
                    "Whoever can read the code can read this secret, and so can its history for good.",
                    $"Take it out, make a new one, and set that in user secrets or the environment ({secret.Replace(":", "__", StringComparison.Ordinal)}).");
            }
        }

        return Task.CompletedTask;
    }
}
