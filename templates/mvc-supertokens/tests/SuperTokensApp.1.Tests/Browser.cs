using Microsoft.Net.Http.Headers;

namespace SuperTokensApp._1.Tests;

/// <summary>
/// Does with cookies what a browser does: keeps them, and sends them along unless another site asks and SameSite forbids it. In these tests
/// only requests that another site forges have an origin.
/// </summary>
public sealed class Browser : DelegatingHandler
{
    private readonly Dictionary<string, SetCookieHeaderValue> _cookies = [];

    /// <summary>Whether there are cookies that scripts, of this site or another, cannot read.</summary>
    public bool HasHiddenCookies => _cookies.Count > 0 && _cookies.Values.All(cookie => cookie.HttpOnly);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var isForged = request.Headers.Contains(HeaderNames.Origin);
        foreach (var cookie in _cookies.Values.Where(cookie => path.StartsWith(cookie.Path.ToString(), StringComparison.Ordinal)))
        {
            if (!isForged || cookie.SameSite is not (SameSiteMode.Lax or SameSiteMode.Strict))
            {
                request.Headers.Add(HeaderNames.Cookie, $"{cookie.Name}={cookie.Value}");
            }
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var received))
        {
            foreach (var cookie in SetCookieHeaderValue.ParseList([.. received]))
            {
                _cookies[cookie.Name.ToString()] = cookie;
            }
        }

        return response;
    }
}
