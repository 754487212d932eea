using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>
/// A core for calls of SDK functions: it is asked exactly what was recorded, in the same order, and answers as recorded. Only after all
/// sessions of a user is a question more allowed: who the user's other login methods are, which supertokens-node leaves to the core.
/// </summary>
internal sealed class RecordedCalls(RecordedFlow flow) : HttpMessageHandler
{
    private const string VersionPath = "/apiversion";

    // Which versions the core speaks is asked once, before whatever comes first: here or in a client's request.
    private readonly RecordedExchange _version = flow.Exchanges.First(exchange => IsVersion(exchange.Request.Path));
    private readonly List<RecordedExchange> _left = [.. flow.Exchanges
        .Where(exchange => exchange is { Side: "cdi", IsSdkCall: true } && !IsVersion(exchange.Request.Path))];

    private string _lastPath = "";

    /// <summary>What was asked otherwise than recorded.</summary>
    public List<(RecordedExchange Exchange, Mismatch Mismatch)> Mismatches { get; } = [];

    /// <summary>What was asked beyond the recording.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Notes what was recorded and never asked, as the field <c>asked</c>.</summary>
    public void End() => Skip(_left.Count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var path = request.RequestUri!.AbsolutePath;
        var isAfterSessions = _lastPath.EndsWith("/recipe/session/user", StringComparison.Ordinal) || _lastPath.EndsWith("/recipe/session/remove", StringComparison.Ordinal);
        _lastPath = path;
        if (isAfterSessions && path.EndsWith("/user/id", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"status":"UNKNOWN_USER_ID_ERROR"}""", Encoding.UTF8, "application/json") };
        }

        var exchange = IsVersion(path) ? _version : Next(request);
        if (exchange is null)
        {
            Unknown.Add($"asked beyond the recording: {request.Method} {request.RequestUri.PathAndQuery}");
            return new HttpResponseMessage(HttpStatusCode.NotImplemented);
        }

        var matcher = new RecordingMatcher(exact: true);
        Mismatches.AddRange(new[]
            {
                matcher.Compare($"{exchange.Request.Method} {exchange.Request.Path}", $"{request.Method} {request.RequestUri.PathAndQuery}", "request"),
                matcher.Compare(exchange.Request.Header("rid"), Header(request, "rid"), "request.headers.rid"),
                matcher.Compare(exchange.Request.Header("cdi-version"), Header(request, "cdi-version"), "request.headers.cdi-version"),
                matcher.Compare(exchange.Request.Body, body, "request.body"),
            }
            .SelectMany(mismatches => mismatches).Select(mismatch => (exchange, mismatch)));
        var response = new HttpResponseMessage((HttpStatusCode)exchange.Response.Status)
        {
            Content = new StringContent(exchange.Response.BodyText ?? exchange.Response.Body?.ToJsonString() ?? "", Encoding.UTF8, "application/json"),
        };
        if (exchange.Response.Header("cache-control") is { } caching)
        {
            response.Headers.TryAddWithoutValidation("cache-control", caching);
        }

        return response;
    }

    private static bool IsVersion(string path) => path.Split('?')[0].EndsWith(VersionPath, StringComparison.Ordinal);

    private RecordedExchange? Next(HttpRequestMessage request)
    {
        var index = _left.FindIndex(exchange => exchange.Request.Method == request.Method.Method && exchange.Request.Path == request.RequestUri!.PathAndQuery);
        if (index < 0)
        {
            index = _left.FindIndex(exchange => exchange.Request.Method == request.Method.Method && exchange.Request.Path.Split('?')[0] == request.RequestUri!.AbsolutePath);
        }

        if (index < 0)
        {
            return null;
        }

        var exchange = _left[index];
        Skip(index);
        _left.RemoveAt(0);
        return exchange;
    }

    private void Skip(int count)
    {
        Mismatches.AddRange(_left.Take(count).Select(exchange => (exchange, new Mismatch("asked", "asked", "not asked"))));
        _left.RemoveRange(0, count);
    }

    private static string? Header(HttpRequestMessage request, string name)
        => request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
