using System.Collections.Concurrent;
using System.Net;
using System.Net.Mime;
using System.Text;

namespace SuperTokens.Testing;

/// <summary>A core that gives the answers a test wants. <c>/apiversion</c> answers by itself with CDI 5.0 to 5.4.</summary>
public sealed class StubCore : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<StubCoreCall, HttpResponseMessage>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubCoreCall> _calls = new();

    public StubCore() => Answer("GET /apiversion", """{"versions":["2.21","5.0","5.1","5.2","5.3","5.4"]}""");

    /// <summary>What was asked so far, in order; the calls to <c>/apiversion</c> are left out.</summary>
    public IReadOnlyList<StubCoreCall> Calls => [.. _calls.Where(call => call.Path != "/apiversion")];

    /// <summary>Answers with JSON and status 200.</summary>
    /// <param name="methodAndPath">For example <c>POST /public/recipe/signin</c>; the query is not part of it.</param>
    /// <param name="json">The answer.</param>
    /// <returns>This core.</returns>
    public StubCore Answer(string methodAndPath, string json) => Answer(methodAndPath, HttpStatusCode.OK, json);

    public StubCore Answer(string methodAndPath, HttpStatusCode status, string body, string contentType = MediaTypeNames.Application.Json)
        => Answer(methodAndPath, _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) });

    public StubCore Answer(string methodAndPath, Func<StubCoreCall, HttpResponseMessage> answer)
    {
        _answers[methodAndPath] = answer;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var call = new StubCoreCall(
            request.Method.Method,
            uri.AbsolutePath,
            uri.Query,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        _calls.Enqueue(call);
        return _answers.TryGetValue($"{call.Method} {call.Path}", out var answer)
            ? answer(call)
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("Not found") };
    }
}
