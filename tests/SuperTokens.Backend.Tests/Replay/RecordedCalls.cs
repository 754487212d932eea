using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>A core for flows of SDK functions: it is asked exactly what was recorded, in the same order, and answers as recorded.</summary>
internal sealed class RecordedCalls(RecordedFlow flow) : HttpMessageHandler
{
    private readonly Queue<RecordedExchange> _left = new(flow.Exchanges.Where(exchange => exchange.Side == "cdi"));

    /// <summary>What was asked otherwise than recorded.</summary>
    public List<string> Mismatches { get; } = [];

    /// <summary>How many recorded calls were not made.</summary>
    public int Left => _left.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        if (!_left.TryDequeue(out var exchange))
        {
            Mismatches.Add($"asked beyond the recording: {request.Method} {request.RequestUri!.PathAndQuery}");
            return new HttpResponseMessage(HttpStatusCode.NotImplemented);
        }

        var matcher = new RecordingMatcher(exact: true);
        Mismatches.AddRange(new[]
            {
                matcher.Compare($"{exchange.Request.Method} {exchange.Request.Path}", $"{request.Method} {request.RequestUri!.PathAndQuery}", "request"),
                matcher.Compare(exchange.Request.Header("rid"), Header(request, "rid"), "rid"),
                matcher.Compare(exchange.Request.Header("cdi-version"), Header(request, "cdi-version"), "cdi-version"),
                matcher.Compare(exchange.Request.Body, body),
            }
            .SelectMany(mismatches => mismatches).Select(mismatch => $"{exchange}: {mismatch}"));
        return new HttpResponseMessage((HttpStatusCode)exchange.Response.Status)
        {
            Content = new StringContent(exchange.Response.BodyText ?? exchange.Response.Body?.ToJsonString() ?? "", Encoding.UTF8, "application/json"),
        };
    }

    private static string? Header(HttpRequestMessage request, string name)
        => request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
