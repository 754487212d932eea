using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Http;

/// <summary>Tells requests for pages from calls of an API.</summary>
public static class PageHttpRequestExtensions
{
    private const string FetchMode = "Sec-Fetch-Mode";
    private const string Navigate = "navigate";
    private const string Page = "text/html";

    /// <summary>
    /// Tells whether a person's browser asks for a page to show, by a link or a form: such a request is best answered with a redirect
    /// or a page, where a script's call needs a status and JSON. Without the browser's own word (<c>Sec-Fetch-Mode</c>), the
    /// <c>Accept</c> header decides.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>True for a page, false for a call by a script or a program.</returns>
    public static bool IsForPage(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Accept.ToString().Contains(Page, StringComparison.OrdinalIgnoreCase)
            && request.Headers[FetchMode] is var mode
            && (mode.Count == 0 || string.Equals(mode, Navigate, StringComparison.OrdinalIgnoreCase))
            && !request.Headers.ContainsKey(HeaderNames.XRequestedWith);
    }
}
