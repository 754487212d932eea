using Microsoft.AspNetCore.Mvc;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Where people wanted to go before they had to sign in. Only addresses of this site count.</summary>
public static class ReturnAddress
{
    public const string Key = "returnUrl";

    private const string Cookie = "return-address";
    private const int MaxLength = 1000; // browsers keep no cookie of more than 4096 bytes

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(1);

    /// <summary>The address of the page that a request is for; of a form, the page it is on.</summary>
    public static string OfPage(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return request.PathBase + request.Path + request.QueryString;
        }

        var isOwn = Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value;
        return isOwn ? referer!.PathAndQuery : "/";
    }

    /// <summary>The address in a request's query, if it leads to this site.</summary>
    public static string? Of(HttpRequest request, IUrlHelper url)
        => request.Query[Key].ToString() is { Length: <= MaxLength } address && url.IsLocalUrl(address) ? address : null;

    /// <summary>Keeps the address while people look for the link in their mail, which does not hold it.</summary>
    public static void Remember(HttpContext context, IUrlHelper url)
    {
        if (Of(context.Request, url) is { } address)
        {
            context.Response.Cookies.Append(Cookie, address, Options(context, s_lifetime));
        }
    }

    /// <summary>The address that was kept, once.</summary>
    public static string? Recall(HttpContext context, IUrlHelper url)
    {
        if (context.Request.Cookies[Cookie] is not { } address)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context, lifetime: null));
        return url.IsLocalUrl(address) ? address : null;
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime)
        => new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lifetime, IsEssential = true };
}
