using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.Backend.Delivery;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>Sends a flow's recorded requests to the recorder's apps, built on this SDK, and compares the answers.</summary>
internal sealed class FdiReplay(RecordedFlow flow, RecordingDifferences differences, RecordingMatcher matcher, FakeTimeProvider time, RecorderApps apps)
{
    /// <summary>Replays the flow.</summary>
    /// <param name="beforeEach">Called before each exchange, of either side.</param>
    /// <returns>What differs, one line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Func<RecordedExchange, Task> beforeEach)
    {
        var failures = new List<string>();
        var replayed = new List<int>();
        foreach (var exchange in flow.Exchanges)
        {
            await beforeEach(exchange);
            if (exchange.Side == "fdi")
            {
                MoveClock(exchange);
                var mismatches = await SendAsync(exchange);
                replayed.Add(exchange.Index);
                failures.AddRange(differences.Except(exchange, mismatches).Select(mismatch => $"{exchange}: {mismatch}"));
            }

            CarryMailedToken(exchange);
            CarrySentCode(exchange);
        }

        ReplayedExchanges.Add(
            "exchanges between a client and the SDK (fdi)",
            flow,
            replayed,
            all => all.Exchanges.Count(exchange => exchange.Side == "fdi"));
        failures.AddRange(differences.Stale().Select(stale => $"not needed in differences.json: {stale}"));
        return failures;
    }

    // The recorded answer's date, in seconds, is the only clock a recording has. What was done one after the other stays so.
    private void MoveClock(RecordedExchange exchange)
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        if (exchange.Response.Header("date") is { } date
            && DateTimeOffset.Parse(date, CultureInfo.InvariantCulture) is var at
            && at > time.GetUtcNow())
        {
            time.SetUtcNow(at);
        }
    }

    private async Task<IReadOnlyList<Mismatch>> SendAsync(RecordedExchange exchange)
    {
        using var client = new HttpClient(await apps.HandlerForAsync(exchange)) { BaseAddress = new Uri("http://localhost:4000") };
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Request.Method), matcher.Translate(exchange.Request.Path));
        if (Body(exchange.Request) is { } body)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in exchange.Request.Headers)
        {
            var translated = values.Select(matcher.Translate).ToArray();
            if (!request.Headers.TryAddWithoutValidation(name, translated))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, translated);
            }
        }

        using var response = await client.SendAsync(request);
        return RecordedAnswer.Compare(exchange.Response, response, await response.Content.ReadAsStringAsync(), matcher);
    }

    private byte[]? Body(RecordedMessage request) => request.HasJsonBody ? Encoding.UTF8.GetBytes(matcher.Translate(request.Body)?.ToJsonString() ?? "null")
        : request.BodyText is { } text ? Encoding.UTF8.GetBytes(matcher.Translate(text))
        : null;

    // A mailed token reaches the client by mail only: the recorded one shows in the core's answer, ours in the mail.
    private void CarryMailedToken(RecordedExchange exchange)
    {
        if (exchange is { Side: "cdi", IsSdkCall: false, IsDirect: false } && (string?)exchange.Response.Body?["token"] is { } recorded && MailedLink(exchange.Request.Path) is { } link)
        {
            matcher.Carry(recorded, System.Web.HttpUtility.ParseQueryString(new Uri(link).Query)["token"]!);
        }
    }

    // So do codes: the recorded ones show in the core's answer, ours in the mail or SMS.
    private void CarrySentCode(RecordedExchange exchange)
    {
        if (exchange is not { Side: "cdi", IsSdkCall: false, IsDirect: false }
            || exchange.Response.Body is not JsonObject { } recorded
            || !exchange.Request.Path.EndsWith("/recipe/signinup/code", StringComparison.Ordinal)
            || apps.SentCode is not { } sent)
        {
            return;
        }

        matcher.Carry((string)recorded["userInputCode"]!, sent.Code);
        matcher.Carry((string)recorded["linkCode"]!, new Uri(sent.Link).Fragment[1..]);
    }

    private string? MailedLink(string path) => apps.Mails.LastOrDefault() switch
    {
        PasswordResetEmail mail when path.EndsWith("/recipe/user/password/reset/token", StringComparison.Ordinal) => mail.Link,
        VerifyEmailEmail mail when path.EndsWith("/recipe/user/email/verify/token", StringComparison.Ordinal) => mail.Link,
        _ => null,
    };
}
