using System.Net;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>How the application talks to the core: in clear over other people's networks, and without a key. Nothing is asked.</summary>
internal sealed class CoreConnectionCheck(CoreProbe core) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var remote = core.Hosts.Select(host => new Uri(host)).Where(host => !core.IsInProcess && !DoctorSites.IsThisMachine(host)).ToList();
        foreach (var host in remote.Where(host => host.Scheme == Uri.UriSchemeHttp && IsPublic(host)))
        {
            report.Warning(
                DoctorIds.CoreWithoutTls,
                CoreProbe.AddressSetting,
                host.ToString(),
                "Passwords and the core's key cross the network readable by anybody.",
                "Use the core's https address, or one inside your own network.");
        }

        if (remote.Count > 0 && !core.HasKey)
        {
            report.Warning(
                DoctorIds.NoCoreKey,
                CoreProbe.KeySetting,
                "not set",
                "Unless the core's network keeps everybody else out, whoever reaches it can sign in as anybody.",
                "Give the core API_KEYS, and set the same key in user secrets or the environment (SuperTokens__ApiKey).");
        }

        return Task.CompletedTask;
    }

    // Names without a dot and private addresses are those of a network of one's own, as in Docker Compose and Kubernetes.
    private static bool IsPublic(Uri host)
    {
        if (!IPAddress.TryParse(host.Host, out var address))
        {
            return host.Host.Contains('.', StringComparison.Ordinal)
                && !host.Host.EndsWith(".internal", StringComparison.Ordinal)
                && !host.Host.EndsWith(".local", StringComparison.Ordinal);
        }

        return address.GetAddressBytes() is not ([10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [0xfc or 0xfd, ..]);
    }
}
