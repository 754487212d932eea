using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.Testing;

namespace SuperTokens.EmbeddedCore.Tests;

/// <summary>Sends the requests that a real core was recorded answering, and expects the same answers.</summary>
public sealed class RecordedFlowTests
{
    // How far the clock moves where time mattered to the recorded flow, by flow and the exchange before which it passed.
    private static readonly Dictionary<(string Flow, int Exchange), TimeSpan> Waits = new()
    {
        [("session-expired-token", 18)] = TimeSpan.FromSeconds(3),
        [("session-expired-token", 28)] = TimeSpan.FromSeconds(8),
        [("session-email-verification-required", 54)] = TimeSpan.FromSeconds(11),
    };

    public static TheoryData<string> Flows => RecordedFlow.Names("cdi");

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task The_core_answers_as_recorded(string name)
    {
        var flow = RecordedFlow.Load(name);
        using var core = new TestCore(RecordedCoreOptions.Of(flow));
        await ReplayAsync(flow, core.Client, core.Time);
    }

    [Theory]
    [InlineData("core-api-keys")]
    [InlineData("core-apps")]
    [InlineData("core-error-shapes")]
    [InlineData("core-session-raw")]
    [InlineData("passwordless-sdk-functions")]
    [InlineData("user-listing")]
    public async Task It_answers_the_same_over_HTTP(string name)
    {
        var flow = RecordedFlow.Load(name);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        await using var server = await HttpCore.StartAsync(RecordedCoreOptions.Of(flow), time);
        await ReplayAsync(flow, server.Client, time);
    }

    private static async Task ReplayAsync(RecordedFlow flow, HttpClient client, FakeTimeProvider time)
    {
        var matcher = new RecordingMatcher();
        var differences = RecordingDifferences.Load(flow.Name, "cdi");
        var failures = new List<string>();
        var replayed = new List<int>();
        foreach (var exchange in flow.Exchanges.Where(exchange => exchange.Side == "cdi"))
        {
            if (Waits.TryGetValue((flow.Name, exchange.Index), out var wait))
            {
                time.Advance(wait);
            }

            time.Advance(TimeSpan.FromMilliseconds(10));
            var mismatches = await SendAsync(exchange, matcher, client);
            replayed.Add(exchange.Index);
            failures.AddRange(differences.Except(exchange, mismatches).Select(mismatch => $"{exchange}\n    {mismatch}"));
        }

        ReplayedExchanges.Add(
            "exchanges between an SDK and the embedded core (cdi)", flow, replayed, all => all.Exchanges.Count(exchange => exchange.Side == "cdi"));
        failures.AddRange(differences.Stale().Select(entry => $"differences.json lists what is not different: {entry}"));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<IReadOnlyList<Mismatch>> SendAsync(RecordedExchange exchange, RecordingMatcher matcher, HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Request.Method), matcher.Translate(exchange.Request.Path));
        if (exchange.Request.HasJsonBody || exchange.Request.BodyText is not null)
        {
            var body = exchange.Request.BodyText ?? matcher.Translate(exchange.Request.Body)!.ToJsonString();
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.Remove("Content-Type");
        }

        foreach (var (header, values) in exchange.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header, values))
            {
                request.Content?.Headers.TryAddWithoutValidation(header, values);
            }
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        List<Mismatch> mismatches =
        [
            .. matcher.Compare((JsonNode)exchange.Response.Status, (JsonNode)(int)response.StatusCode, "status"),
            .. matcher.Compare(exchange.Response.Header("content-type"), Header(response, "Content-Type"), "headers.content-type"),
            .. CompareCacheControl(exchange.Response.Header("cache-control"), Header(response, "Cache-Control")),
            .. exchange.Response.HasJsonBody
                ? matcher.Compare(exchange.Response.Body, TryParse(text))
                : matcher.Compare(exchange.Response.BodyText ?? "", text, "body"),
        ];
        return mismatches;
    }

    // How long the keys may be cached depends on when they were made.
    private static IEnumerable<Mismatch> CompareCacheControl(string? recorded, string? actual) =>
        Directives(recorded).SetEquals(Directives(actual)) ? [] : [new Mismatch("headers.cache-control", recorded ?? "nothing", actual ?? "nothing")];

    private static HashSet<string> Directives(string? header) =>
        [.. (header ?? "").Split(',').Select(directive => string.Concat(directive.Where(c => !char.IsAsciiDigit(c))).Trim())];

    // HttpClient puts spaces and directives in an order of its own.
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values).Replace("; ", ";", StringComparison.Ordinal)
            : null;

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}
