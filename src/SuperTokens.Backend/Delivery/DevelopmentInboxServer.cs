using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Serves the page of the development inbox: the list, and each mail's HTML as a recipient would see it.</summary>
internal sealed class DevelopmentInboxServer(DevelopmentInbox inbox, SuperTokensAppInfo appInfo)
{
    // A mail may bring its own styles, and nothing else: no script, no form, no frame, nothing from elsewhere.
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'none'";

    private readonly string _apiHost = new Uri(appInfo.ApiDomain).Host;

    /// <summary>Answers the request if it is one for the page.</summary>
    /// <param name="context">The request and its response.</param>
    /// <returns>False when it is not, or no messages come here: nothing was written.</returns>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!inbox.IsOpen
            || !request.Path.StartsWithSegments(DevelopmentInbox.Path, StringComparison.Ordinal, out var rest)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !IsOwnHost(request.Host.Host))
        {
            return false;
        }

        if (!rest.HasValue)
        {
            await WriteAsync(context, InboxPage.Render(inbox.Messages, appInfo.AppName), InboxPage.ContentSecurityPolicy);
            return true;
        }

        if (int.TryParse(rest.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && inbox.Messages.Find(message => message.Number == number) is { Html: { } html })
        {
            await WriteAsync(context, html, MailPolicy);
            return true;
        }

        return false;
    }

    private static Task WriteAsync(HttpContext context, string html, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(html, context.RequestAborted);
    }

    // A foreign site can point its own name at this machine (DNS rebinding) and would then read the page.
    private bool IsOwnHost(string host)
        => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || string.Equals(host, _apiHost, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
