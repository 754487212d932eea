using System.Globalization;
using System.Text.Json.Nodes;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>Compares an answer of this SDK with the one recorded: status, session headers, cookies, CORS and body.</summary>
internal static class RecordedAnswer
{
    // Cookie lifetimes count from the recording's clock, which the date header shows in whole seconds.
    private static readonly TimeSpan ExpirySlack = TimeSpan.FromSeconds(2);

    private const string CacheControl = "cache-control";
    private const string ExposeHeaders = "access-control-expose-headers";

    private static readonly string[] Lists = ["access-control-allow-headers", CacheControl];

    private static readonly string[] Headers =
    [
        "front-token", "anti-csrf", "st-access-token", "st-refresh-token", "content-type", "location",
        "access-control-allow-origin", "access-control-allow-credentials", "access-control-allow-methods",
    ];

    public static IReadOnlyList<Mismatch> Compare(RecordedMessage recorded, HttpResponseMessage actual, string actualBody, RecordingMatcher matcher)
    {
        List<Mismatch> mismatches = [.. matcher.Compare((JsonNode)recorded.Status, (JsonNode)(int)actual.StatusCode, "status")];
        var threw = (bool?)recorded.Body?["customErrorHandler"] == true;
        var html = recorded.Header("content-type")?.StartsWith("text/html", StringComparison.Ordinal) == true;
        foreach (var name in Headers)
        {
            if (name != "content-type" || (!threw && !html))
            {
                mismatches.AddRange(matcher.Compare(recorded.Header(name), Header(actual, name), $"headers.{name}"));
            }
        }

        foreach (var name in Lists)
        {
            // What is said of caching in addition is another thing than to say something else.
            var field = name == CacheControl && recorded.Header(name) is null ? "headers.added-cache-control" : $"headers.{name}";
            mismatches.AddRange(matcher.Compare(Sorted(recorded.Header(name)), Sorted(Header(actual, name)), field));
        }

        mismatches.AddRange(NotExposed(recorded.Header(ExposeHeaders), Header(actual, ExposeHeaders)));
        mismatches.AddRange(CompareCookies(recorded, actual, matcher));
        mismatches.AddRange(threw ? ErrorBody(recorded, actualBody) : html ? [new Mismatch("bodyText", recorded.BodyText ?? "nothing", actualBody)] : CompareBody(recorded, actualBody, matcher));
        return mismatches;
    }

    public static IReadOnlyList<Mismatch> CompareBody(RecordedMessage recorded, string actualBody, RecordingMatcher matcher) =>
        matcher.Compare(recorded.Body, Json(actualBody));

    private static IEnumerable<Mismatch> CompareCookies(RecordedMessage recorded, HttpResponseMessage actual, RecordingMatcher matcher)
    {
        var expected = recorded.Headers.TryGetValue("set-cookie", out var lines) ? lines.Select(ParseCookie).ToList() : [];
        var got = actual.Headers.TryGetValues("set-cookie", out var ours) ? ours.Select(ParseCookie).ToList() : [];
        for (var i = 0; i < Math.Max(expected.Count, got.Count); i++)
        {
            var field = $"headers.set-cookie[{i}]";
            if (i >= expected.Count || i >= got.Count)
            {
                yield return new Mismatch(field, i < expected.Count ? expected[i].ToString() : "nothing", i < got.Count ? got[i].ToString() : "nothing");
                continue;
            }

            foreach (var mismatch in matcher.Compare(expected[i].Name, got[i].Name, field + ".name")
                .Concat(matcher.Compare(expected[i].Value, got[i].Value, field + ".value"))
                .Concat(matcher.Compare(expected[i].Attributes, got[i].Attributes, field + ".attributes")))
            {
                yield return mismatch;
            }

            if (expected[i].Expires is { } e && got[i].Expires is { } g ? (e - g).Duration() > ExpirySlack : expected[i].Expires != got[i].Expires)
            {
                yield return new Mismatch(field + ".expires", $"{expected[i].Expires:O}", $"{got[i].Expires:O}");
            }
        }
    }

    // The recorder's app printed what the SDK threw; this SDK answers with problem details instead, which must not repeat it.
    private static IEnumerable<Mismatch> ErrorBody(RecordedMessage recorded, string actualBody)
    {
        if (Json(actualBody) is not JsonObject problem || !JsonNode.DeepEquals(problem["status"], recorded.Status))
        {
            yield return new Mismatch("errorBody", "problem details with the same status", actualBody);
        }
        else if (actualBody.Contains("core", StringComparison.OrdinalIgnoreCase) || actualBody.Contains("/recipe", StringComparison.Ordinal))
        {
            yield return new Mismatch("errorBody", "nothing of what went wrong inside", actualBody);
        }
    }

    private static string? Header(HttpResponseMessage message, string name) =>
        message.Headers.TryGetValues(name, out var values) || message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    // Exposing a header that is not there is harmless; supertokens-node names only those it sets.
    private static IEnumerable<Mismatch> NotExposed(string? recorded, string? actual) =>
        List(recorded).Except(List(actual)).Select(missing => new Mismatch($"headers.{ExposeHeaders}", missing, actual ?? "nothing"));

    private static IEnumerable<string> List(string? header) =>
        (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(s => s.ToLowerInvariant()).Distinct();

    // How long keys may be cached depends on when they were made.
    private static string? Sorted(string? list) =>
        list is null ? null : string.Join(", ", List(list).Select(item => item.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Order(StringComparer.Ordinal));

    private static JsonNode? Json(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static Cookie ParseCookie(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        DateTimeOffset? expires = null;
        var attributes = new List<string>();
        foreach (var part in parts.Skip(1))
        {
            if (part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase))
            {
                expires = DateTimeOffset.Parse(part.AsSpan("expires=".Length), CultureInfo.InvariantCulture);
            }
            else
            {
                // Attribute names and the values of SameSite are case-insensitive.
                attributes.Add(part.ToLowerInvariant());
            }
        }

        attributes.Sort(StringComparer.Ordinal);
        return new Cookie(parts[0][..equals], Uri.UnescapeDataString(parts[0][(equals + 1)..]), string.Join("; ", attributes), expires);
    }

    private sealed record Cookie(string Name, string Value, string Attributes, DateTimeOffset? Expires);
}
