using System.Net;
using System.Text;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>Answers an <see cref="HttpClient"/>'s requests from a core in this process: the same routes, headers and JSON, no socket.</summary>
internal sealed class EmbeddedCoreHandler(Func<CoreEngine> core) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null
            ? []
            : await CoreBody.ReadAsync(await request.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
        var uri = request.RequestUri!;
        var answer = body is null
            ? CoreBody.TooLarge
            : await Task.Run(() => core().Handle(new CoreRequest(request.Method.Method, Uri.UnescapeDataString(uri.AbsolutePath), uri.Query, Header, body)), cancellationToken);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(request.Method == HttpMethod.Head ? [] : Encoding.UTF8.GetBytes(answer.Body)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        if (answer.CacheControl is not null)
        {
            response.Headers.TryAddWithoutValidation("Cache-Control", answer.CacheControl);
        }

        return response;

        string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? values.First() : null;
    }
}
