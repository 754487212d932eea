using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting;

/// <summary>What every API method gets beside its input: the request, its tenant and the protocol version it speaks.</summary>
public sealed class ApiContext
{
    internal ApiContext(
        HttpContext httpContext, string tenantId, int maxBodySize = SuperTokensOptions.DefaultMaxRequestBodySize, string? websiteOrigin = null)
    {
        WebsiteOrigin = websiteOrigin;
        MaxBodySize = maxBodySize;
        HttpContext = httpContext;
        TenantId = tenantId;
        FdiVersion = FdiVersion.Of(httpContext.Request);
    }

    /// <summary>The request and its response.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The tenant named in the path, or <c>public</c>; in lower case, as the core keeps it.</summary>
    public string TenantId { get; }

    /// <summary>The version of the frontend driver interface the caller speaks (header <c>fdi-version</c>); the newest when it sends none.</summary>
    public FdiVersion FdiVersion { get; }

    internal int MaxBodySize { get; }

    internal string? WebsiteOrigin { get; }
}
