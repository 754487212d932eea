using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Configuration;

/// <summary>The application's names and addresses, normalised and checked. One instance an application.</summary>
public abstract class SuperTokensAppInfo
{
    private protected SuperTokensAppInfo()
    {
    }

    /// <summary>The application's name.</summary>
    public abstract string AppName { get; }

    /// <summary>Scheme, host and port of this API; no trailing slash.</summary>
    public abstract string ApiDomain { get; }

    /// <summary>Path of the FDI as the browser sees it: <see cref="AppInfoOptions.ApiGatewayPath"/> and then
    /// <see cref="AppInfoOptions.ApiBasePath"/>. Starts with <c>/</c>, or is empty for the root.</summary>
    public abstract string ApiBasePath { get; }

    /// <summary>Path an API gateway removes before requests reach this application; empty when there is none.</summary>
    public abstract string ApiGatewayPath { get; }

    /// <summary>Path of the website's sign-in pages. Starts with <c>/</c>, or is empty for the root.</summary>
    public abstract string WebsiteBasePath { get; }

    /// <summary>The site of <see cref="ApiDomain"/>: its registrable domain (eTLD+1), or <c>localhost</c> for localhost and addresses.</summary>
    public abstract string TopLevelApiDomain { get; }

    /// <summary>The website's origin for a request (or outside one): scheme, host and port; no trailing slash.</summary>
    /// <param name="context">The request, or null outside one.</param>
    /// <returns>The normalised origin.</returns>
    public abstract string GetOrigin(HttpContext? context);

    /// <summary>The site of the website's origin: its registrable domain (eTLD+1), or <c>localhost</c> for localhost and addresses.</summary>
    /// <param name="context">The request, or null outside one.</param>
    /// <returns>The site; compare it with <see cref="TopLevelApiDomain"/>.</returns>
    public abstract string GetTopLevelWebsiteDomain(HttpContext? context);
}
