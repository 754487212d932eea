using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>During development: whether the server listens where the settings say that it does. In production a proxy stands between.</summary>
internal sealed class ListeningCheck(DoctorSites sites, IHostEnvironment environment, IServer? server = null) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var listening = server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (environment.IsDevelopment() && DoctorSites.IsThisMachine(sites.Api) && listening.Count > 0 && !listening.Any(address => PortOf(address) == sites.Api.Port))
        {
            report.Warning(
                DoctorIds.ListensElsewhere,
                DoctorSites.ApiSetting,
                DoctorSites.Show(sites.Api),
                $"The server listens on {string.Join(", ", listening)}, so that calls of the website do not reach it, unless a proxy passes them on.",
                "Make the port the same here and in Properties/launchSettings.json or ASPNETCORE_URLS.");
        }

        return Task.CompletedTask;
    }

    // An address may be http://*:5000 or http://+:5000, which no Uri is.
    private static int? PortOf(string address)
        => int.TryParse(address.AsSpan(address.LastIndexOf(':') + 1).TrimEnd('/'), CultureInfo.InvariantCulture, out var port) ? port : null;
}
