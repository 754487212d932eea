using System.Net.Http.Headers;

namespace SuperTokens.Build.Pages;

/// <summary>A browser with scripts off: it keeps cookies, follows what stays on the site, and sends forms.</summary>
/// <param name="client">Reaches the app; sends no cookies by itself and follows nothing.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class PageBrowser(HttpClient client, CancellationToken cancellationToken)
{
    private const int MostRedirects = 10;

    private readonly CookieJar _cookies = new();

    /// <summary>Opens a page.</summary>
    /// <param name="address">Its path and query, or a whole link of which only these count: a mail names the site as it is reached from outside.</param>
    internal Task<Page> OpenAsync(string address)
        => SendAsync(HttpMethod.Get, Uri.TryCreate(address, UriKind.Absolute, out var link) && !link.IsFile ? link.PathAndQuery : address, null);

    /// <summary>Presses the button of a form.</summary>
    /// <param name="page">The page it is on.</param>
    /// <param name="form">The form.</param>
    /// <param name="fields">What is typed into it.</param>
    internal Task<Page> SubmitAsync(Page page, PageForm form, params (string Name, string Value)[] fields)
        => SendAsync(HttpMethod.Post, form.Action ?? page.Address, form.Hidden.Concat(fields).ToList());

    private async Task<Page> SendAsync(HttpMethod method, string address, IReadOnlyList<(string Name, string Value)>? fields)
    {
        var path = address;
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            request.Headers.TryAddWithoutValidation("Cookie", _cookies.HeaderFor(path.Split('?')[0]));
            request.Content = fields is null ? null : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            using var response = await SendAsync(request).ConfigureAwait(false);
            _cookies.Read(response.Headers);
            if (response.Headers.Location is not { } location)
            {
                return new Page($"{method} {path}", path, response, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            }

            if (!location.OriginalString.StartsWith('/'))
            {
                return new Page($"{method} {path}", path, response, string.Empty) { LeadsTo = location.OriginalString };
            }

            (method, path, fields) = (HttpMethod.Get, location.OriginalString, null);
        }

        throw new BuildException($"{address} leads in circles; the last address was {path}.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw new BuildException($"{request.Method} {request.RequestUri}: {failure.Message}");
        }
    }
}
