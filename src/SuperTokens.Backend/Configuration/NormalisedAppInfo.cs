using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Configuration;

/// <summary>The app's names and addresses, normalised once from the validated options.</summary>
internal sealed class NormalisedAppInfo : SuperTokensAppInfo
{
    private const string DefaultBasePath = "/auth";

    private readonly Func<HttpContext?, string>? _originOfRequest;
    private readonly Site _website;

    public NormalisedAppInfo(IOptions<SuperTokensOptions> options)
    {
        var given = options.Value.AppInfo;
        AppName = given.AppName!;
        ApiDomain = Domain("ApiDomain", given.ApiDomain);
        ApiGatewayPath = Path("ApiGatewayPath", given.ApiGatewayPath ?? string.Empty);
        ApiBasePath = ApiGatewayPath + Path("ApiBasePath", given.ApiBasePath ?? DefaultBasePath);
        WebsiteBasePath = Path("WebsiteBasePath", given.WebsiteBasePath ?? DefaultBasePath);
        TopLevelApiDomain = SiteOf(ApiDomain);
        _originOfRequest = given.OriginOfRequest;
        _website = (given.Origin ?? given.WebsiteDomain) is { } origin ? Website("WebsiteDomain", origin) : default;
    }

    public override string AppName { get; }

    public override string ApiDomain { get; }

    public override string ApiBasePath { get; }

    public override string ApiGatewayPath { get; }

    public override string WebsiteBasePath { get; }

    public override string TopLevelApiDomain { get; }

    public override string GetOrigin(HttpContext? context) => WebsiteOf(context).Origin;

    public override string GetTopLevelWebsiteDomain(HttpContext? context) => WebsiteOf(context).TopLevelDomain;

    private Site WebsiteOf(HttpContext? context)
        => _originOfRequest is null ? _website : Website("OriginOfRequest", _originOfRequest(context));

    private static Site Website(string setting, string? origin)
    {
        var domain = Domain(setting, origin);
        return new Site(domain, SiteOf(domain));
    }

    private static string SiteOf(string domain) => TopLevelDomain.TryGet(domain, out var site)
        ? site
        : throw new InvalidOperationException($"'{domain}' has no valid host name.");

    private static string Domain(string setting, string? value) => NormalisedUrl.TryGetDomain(value, out var domain)
        ? domain
        : throw new InvalidOperationException($"SuperTokens:AppInfo:{setting} gives '{value}', which is not a domain such as https://example.com.");

    private static string Path(string setting, string value) => NormalisedUrl.TryGetPath(value, out var path)
        ? path
        : throw new InvalidOperationException($"SuperTokens:AppInfo:{setting} gives '{value}', which is not a path such as /auth.");

    private readonly record struct Site(string Origin, string TopLevelDomain);
}
