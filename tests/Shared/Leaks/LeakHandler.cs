namespace SuperTokens.Testing.Leaks;

/// <summary>Notes the secrets of the requests and answers that pass: between a test and its application, and between that and the core.</summary>
public sealed class LeakHandler : DelegatingHandler
{
    private const int LongestBody = 4 * 1024 * 1024;

    private readonly LeakScanner _leaks;

    public LeakHandler(LeakScanner leaks) => _leaks = leaks;

    public LeakHandler(LeakScanner leaks, HttpMessageHandler inner)
        : base(inner) => _leaks = leaks;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        NoteHeaders(request.Headers.NonValidated);
        await NoteAsync(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        NoteHeaders(response.Headers.NonValidated);
        await NoteAsync(response.Content, cancellationToken);
        return response;
    }

    private async Task NoteAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        // More than an application reads must stay unread here, too.
        if (content?.Headers is { ContentType.MediaType: "application/json", ContentLength: null or < LongestBody })
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            _leaks.AddBody(System.Text.Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken)));
        }
    }

    private void NoteHeaders(System.Net.Http.Headers.HttpHeadersNonValidated headers)
        => _leaks.AddHeaders(name => headers.TryGetValues(name, out var values) ? values : []);
}
