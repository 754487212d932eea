using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Domains and schemes: addresses that browsers cannot reach, or only in clear.</summary>
internal sealed class AddressCheck(DoctorSites sites, IOptions<SuperTokensOptions> options, IHostEnvironment environment) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var app = options.Value.AppInfo;
        CheckPath(report, DoctorSites.ApiSetting, app.ApiDomain, $"SuperTokens:AppInfo:{nameof(AppInfoOptions.ApiBasePath)} or {nameof(AppInfoOptions.ApiGatewayPath)}");
        if (!environment.IsDevelopment())
        {
            CheckPublicApi(report);
        }

        if (sites.Website is { } website)
        {
            CheckPath(report, sites.WebsiteSetting, app.Origin ?? app.WebsiteDomain, $"SuperTokens:AppInfo:{nameof(AppInfoOptions.WebsiteBasePath)}");
            CheckWebsite(report, website);
        }

        return Task.CompletedTask;
    }

    private static void CheckPath(DoctorReport report, string setting, string? value, string pathSetting)
    {
        if (NormalisedUrl.TryGetPath(value, out var path) && path.Length > 0)
        {
            report.Warning(DoctorIds.PathInDomain, setting, value, "Only scheme, host and port of it are used; the path is not.", $"Leave the path out here, and put it into {pathSetting} if it is meant.");
        }
    }

    private void CheckPublicApi(DoctorReport report)
    {
        if (DoctorSites.IsThisMachine(sites.Api))
        {
            report.Warning(
                DoctorIds.ApiDomainIsLocal,
                DoctorSites.ApiSetting,
                DoctorSites.Show(sites.Api),
                $"It names the visitor's own machine, and this is the environment {environment.EnvironmentName}: nobody else's browser reaches the API.",
                "Set it to the address the API has from outside, such as https://api.example.com.");
        }
        else if (sites.Api.Scheme == Uri.UriSchemeHttp)
        {
            report.Error(
                DoctorIds.ApiWithoutTls,
                DoctorSites.ApiSetting,
                DoctorSites.Show(sites.Api),
                "Passwords and sessions cross the network readable by anybody, and cookies are not marked Secure.",
                "Serve the API over https and write its https address; a proxy may do the encryption.");
        }
    }

    private void CheckWebsite(DoctorReport report, Uri website)
    {
        if (!environment.IsDevelopment() && DoctorSites.IsThisMachine(website) && !DoctorSites.IsThisMachine(sites.Api))
        {
            report.Warning(
                DoctorIds.WebsiteDomainIsLocal,
                sites.WebsiteSetting,
                DoctorSites.Show(website),
                "Links in mails lead to the reader's own machine, and the website's real address may not call the API.",
                "Set it to the address the website has from outside, such as https://example.com.");
        }

        // Browsers take http://localhost for trustworthy, and so allow it in https pages.
        if (website.Scheme == Uri.UriSchemeHttps && sites.Api.Scheme == Uri.UriSchemeHttp && !DoctorSites.IsThisMachine(sites.Api))
        {
            report.Error(
                DoctorIds.MixedContent,
                DoctorSites.ApiSetting,
                DoctorSites.Show(sites.Api),
                $"The website {DoctorSites.Show(website)} is served over https, and browsers block its calls to an http address.",
                "Serve the API over https as well.");
        }
    }
}
