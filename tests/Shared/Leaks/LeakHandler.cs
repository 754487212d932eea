namespace SuperTokens.Testing.Leaks;

/// <summary>Notes the secrets of the requests and answers that pass: between a test and its application, and between that and the core.</summary>
public sealed class LeakHandler : DelegatingHandler
{
    private static readonly string[] SecretHeaders =
        ["Authorization", "Cookie", "Set-Cookie", "api-key", "st-access-token", "st-refresh-token", "front-token", "anti-csrf"];

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
        if (content?.Headers.ContentType?.MediaType is "application/json")
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            _leaks.AddBody(await content.ReadAsStringAsync(cancellationToken));
        }
    }

    private void NoteHeaders(System.Net.Http.Headers.HttpHeadersNonValidated headers)
    {
        foreach (var name in SecretHeaders)
        {
            if (headers.TryGetValues(name, out var values))
            {
                // What follows a new cookie are its attributes.
                foreach (var value in values.SelectMany(value => name == "Set-Cookie" ? [value.Split(';')[0]] : value.Split(';')))
                {
                    // "Bearer token", "name=token; Path=/": what counts is the token.
                    var token = Uri.UnescapeDataString(value[(value.IndexOfAny(['=', ' ']) + 1)..].Trim());
                    _leaks.Add(name, token.Length >= 16 || name == "api-key" ? token : null);
                }
            }
        }
    }
}
