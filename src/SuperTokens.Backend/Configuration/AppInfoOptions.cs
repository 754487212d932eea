using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Configuration;

/// <summary>The application's names and addresses, as given; <see cref="SuperTokensAppInfo"/> holds them normalised.</summary>
public sealed class AppInfoOptions
{
    /// <summary>The application's name as people see it, for example in e-mails. Required.</summary>
    public string? AppName { get; set; }

    /// <summary>Scheme, host and port of this API as the browser reaches it, for example <c>https://api.example.com</c>. Required.</summary>
    public string? ApiDomain { get; set; }

    /// <summary>Scheme, host and port of the website, for example <c>https://example.com</c>. This or an origin is required.</summary>
    public string? WebsiteDomain { get; set; }

    /// <summary>Another name for <see cref="WebsiteDomain"/>; it wins when both are set.</summary>
    public string? Origin { get; set; }

    /// <summary>
    /// The website's origin, decided for each request, for one API that serves several sites. The argument is null outside
    /// a request. It wins over <see cref="Origin"/> and <see cref="WebsiteDomain"/>. Only set in code. Default: none.
    /// </summary>
    public Func<HttpContext?, string>? OriginOfRequest { get; set; }

    /// <summary>The path under which the frontend API (FDI) is served. Default: <c>/auth</c>.</summary>
    public string? ApiBasePath { get; set; }

    /// <summary>The path of the website's sign-in pages, used in links in e-mails. Default: <c>/auth</c>.</summary>
    public string? WebsiteBasePath { get; set; }

    /// <summary>A path an API gateway puts before <see cref="ApiBasePath"/> and removes again. Default: none.</summary>
    public string? ApiGatewayPath { get; set; }
}
