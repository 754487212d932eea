using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The two addresses everything depends on, and how a browser compares them.</summary>
internal sealed class DoctorSites
{
    public DoctorSites(IOptions<SuperTokensOptions> options, SuperTokensAppInfo appInfo)
    {
        Api = new Uri(appInfo.ApiDomain);
        ApiSite = appInfo.TopLevelApiDomain;
        if (options.Value.AppInfo.OriginOfRequest is null)
        {
            Website = new Uri(appInfo.GetOrigin(null));
            WebsiteSite = appInfo.GetTopLevelWebsiteDomain(null);
            WebsiteSetting = $"SuperTokens:AppInfo:{(options.Value.AppInfo.Origin is null ? nameof(AppInfoOptions.WebsiteDomain) : nameof(AppInfoOptions.Origin))}";
        }
    }

    /// <summary>The setting of the API's address.</summary>
    public static string ApiSetting => $"SuperTokens:AppInfo:{nameof(AppInfoOptions.ApiDomain)}";

    /// <summary>The API.</summary>
    public Uri Api { get; }

    /// <summary>The API's site: its registrable domain.</summary>
    public string ApiSite { get; }

    /// <summary>The website; null where it is decided for each request, so that nothing can be said about it.</summary>
    public Uri? Website { get; }

    /// <summary>The website's site.</summary>
    public string? WebsiteSite { get; }

    /// <summary>The setting that names the website.</summary>
    public string WebsiteSetting { get; } = "SuperTokens:AppInfo:OriginOfRequest";

    /// <summary>Whether the website is known and another origin than the API, so that browsers ask for CORS.</summary>
    public bool IsCrossOrigin => Website is not null && Website.GetLeftPart(UriPartial.Authority) != Api.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether an address is one of this machine, which other people's browsers cannot reach.</summary>
    /// <param name="address">The address.</param>
    /// <returns>True for localhost, names below it, and loopback addresses.</returns>
    public static bool IsThisMachine(Uri address) => address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.Ordinal);

    /// <summary>An address as people write it.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Scheme, host and port.</returns>
    public static string Show(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
