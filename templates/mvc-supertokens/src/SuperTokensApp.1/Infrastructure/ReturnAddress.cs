using Microsoft.AspNetCore.Mvc;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Where people wanted to go before they had to sign in. Only addresses of this site count.</summary>
public static class ReturnAddress
{
    public const string Key = "returnUrl";

    /// <summary>The address of the page that a request is for; of a form, the page it is on.</summary>
    public static string OfPage(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return request.PathBase + request.Path + request.QueryString;
        }

        var isOwn = Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value;
        return isOwn ? referer!.PathAndQuery : "/";
    }

    /// <summary>The address in a request's query, if it leads to this site.</summary>
    public static string? Of(HttpRequest request, IUrlHelper url)
        => request.Query[Key].ToString() is var address && url.IsLocalUrl(address) ? address : null;
}
