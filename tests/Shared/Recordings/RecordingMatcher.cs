using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SuperTokens.Testing;

/// <summary>
/// Compares answers with recorded ones. A volatile value (id, token, hash, key, point in time) matches by its shape the first time and
/// is carried: from then on the recorded value stands for ours, in requests (<see cref="Translate(string)"/>) and in answers alike, and
/// two recorded values never stand for the same one of ours. Everything else must be equal. JSON Web Tokens are compared decoded.
/// </summary>
/// <param name="exact">Whether nothing is volatile, since the answers come from the recording itself.</param>
public sealed partial class RecordingMatcher(bool exact = false)
{
    // Points in time that belong together: their distance must be as recorded.
    private static readonly (string From, string To)[] Lifetimes = [("createdTime", "expiry"), ("timeCreated", "expiry"), ("iat", "exp")];

    // How far a lifetime may differ from the recorded one, in seconds: a session read back shows when it was refreshed.
    private const decimal LifetimeSlack = 2;

    private readonly Dictionary<string, string> _carried = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Lets a recorded value stand for one of ours from now on.</summary>
    public void Carry(string recorded, string actual)
    {
        _carried[recorded] = actual;
        _taken.Add(actual);
    }

    /// <summary>Whether a recorded value already stands for one of ours.</summary>
    public bool IsCarried(string recorded) => _carried.ContainsKey(recorded);

    /// <summary>A recorded request body with our values in the place of the recorded ones.</summary>
    public JsonNode? Translate(JsonNode? recorded) => recorded switch
    {
        null => null,
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(Translate(p.Key), Translate(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Translate)]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(TranslateLeaf(v.GetValue<string>())),
        _ => recorded.DeepClone(),
    };

    /// <summary>A recorded path, header or text with our values in the place of the recorded ones.</summary>
    public string Translate(string recorded)
    {
        if (_carried.TryGetValue(recorded, out var whole))
        {
            return whole;
        }

        // Tokens stand inside cookies and headers too.
        var text = Token().Replace(recorded, token => _carried.GetValueOrDefault(token.Value) ?? TranslateTampered(token.Value) ?? token.Value);
        foreach (var (from, to) in _carried.Where(c => c.Key.Length >= 15 && c.Key != c.Value).OrderByDescending(c => c.Key.Length))
        {
            text = text.Replace(from, to, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(from), Uri.EscapeDataString(to), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>All places where our JSON differs from the recorded one.</summary>
    public IReadOnlyList<Mismatch> Compare(JsonNode? recorded, JsonNode? actual, string field = "body")
    {
        var mismatches = new List<Mismatch>();
        Compare(recorded, actual, field, mismatches);
        return mismatches;
    }

    /// <summary>Compares two texts: equal, or volatile and of one shape.</summary>
    public IReadOnlyList<Mismatch> Compare(string? recorded, string? actual, string field) =>
        Compare((JsonNode?)recorded, (JsonNode?)actual, field);

    private void Compare(JsonNode? recorded, JsonNode? actual, string field, List<Mismatch> mismatches)
    {
        switch (recorded, actual)
        {
            case (JsonObject r, JsonObject a):
                CompareObjects(r, a, field, mismatches);
                break;
            case (JsonArray r, JsonArray a) when r.Count == a.Count:
                var ordered = InRecordedOrder(r, a);
                for (var i = 0; i < r.Count; i++)
                {
                    Compare(r[i], ordered[i], $"{field}[{i}]", mismatches);
                }

                break;
            case (JsonValue r, JsonValue a) when r.GetValueKind() == JsonValueKind.String && a.GetValueKind() == JsonValueKind.String:
                CompareStrings(r.GetValue<string>(), a.GetValue<string>(), field, mismatches);
                break;
            case (JsonValue r, JsonValue a) when r.GetValueKind() == JsonValueKind.Number && a.GetValueKind() == JsonValueKind.Number:
                CompareNumbers(r, a, field, mismatches);
                break;
            default:
                if (!JsonNode.DeepEquals(recorded, actual))
                {
                    mismatches.Add(new Mismatch(field, Show(recorded), Show(actual)));
                }

                break;
        }
    }

    private void CompareObjects(JsonObject recorded, JsonObject actual, string field, List<Mismatch> mismatches)
    {
        var names = recorded.ToDictionary(p => Translate(p.Key), p => p.Value, StringComparer.Ordinal);
        foreach (var (name, value) in names)
        {
            if (actual.TryGetPropertyValue(name, out var ours))
            {
                Compare(value, ours, $"{field}.{name}", mismatches);
            }
            else
            {
                mismatches.Add(new Mismatch($"{field}.{name}", Show(value), "nothing"));
            }
        }

        foreach (var (name, value) in actual.Where(p => !names.ContainsKey(p.Key)))
        {
            mismatches.Add(new Mismatch($"{field}.{name}", "nothing", Show(value)));
        }

        foreach (var (from, to) in Lifetimes)
        {
            if (Lifetime(recorded, from, to) is { } expected && Lifetime(actual, from, to) is { } got && Math.Abs(expected - got) > LifetimeSlack)
            {
                mismatches.Add(new Mismatch($"{field}.{to}", $"{expected} s after {from}", $"{got} s after {from}"));
            }
        }
    }

    private void CompareStrings(string recorded, string actual, string field, List<Mismatch> mismatches)
    {
        if (exact)
        {
            if (recorded != actual)
            {
                mismatches.Add(new Mismatch(field, recorded, actual));
            }

            return;
        }

        if (_carried.TryGetValue(recorded, out var expected))
        {
            if (expected != actual)
            {
                mismatches.Add(new Mismatch(field, $"{recorded}, which stands for {expected}", actual));
            }

            return;
        }

        if (VolatileShape.Jwt(recorded) is { } r && VolatileShape.Jwt(actual) is { } a)
        {
            Compare(r.Header, a.Header, field + ".header", mismatches);
            Compare(r.Payload, a.Payload, field + ".payload", mismatches);
            Carry(recorded, actual);
        }
        else if (VolatileShape.Base64Json(recorded) is { } rj && VolatileShape.Base64Json(actual) is { } aj)
        {
            Compare(rj, aj, field + ".decoded", mismatches);
            Carry(recorded, actual);
        }
        else if (VolatileShape.Of(recorded) is { } shape)
        {
            if (VolatileShape.Of(actual) != shape)
            {
                mismatches.Add(new Mismatch(field, $"{recorded} ({shape})", actual));
            }
            else if (recorded != actual && !_taken.Add(actual))
            {
                mismatches.Add(new Mismatch(field, recorded, $"{actual}, which stands for another value already"));
            }
            else
            {
                Carry(recorded, actual);
            }
        }
        else if (recorded != actual && Translate(recorded) != actual)
        {
            mismatches.Add(new Mismatch(field, recorded, actual));
        }
    }

    private void CompareNumbers(JsonValue recorded, JsonValue actual, string field, List<Mismatch> mismatches)
    {
        var r = decimal.Parse(recorded.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        var a = decimal.Parse(actual.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (r == a)
        {
            return;
        }

        var sameShape = !exact && VolatileShape.OfNumber(r) is { } unit && VolatileShape.OfNumber(a) == unit;
        if (sameShape && field.EndsWith(".timeJoined", StringComparison.Ordinal))
        {
            // A user's time of joining never changes, so it is carried like an id.
            var key = r.ToString(CultureInfo.InvariantCulture);
            var value = a.ToString(CultureInfo.InvariantCulture);
            sameShape = _carried.TryAdd(key, value) || _carried[key] == value;
        }

        if (!sameShape)
        {
            mismatches.Add(new Mismatch(field, Show(recorded), Show(actual)));
        }
    }

    private string TranslateLeaf(string recorded)
    {
        var text = Translate(recorded);
        if (text == recorded && VolatileShape.Of(recorded) is not null)
        {
            // The caller made this value up: it must come back as it is.
            Carry(recorded, recorded);
        }

        return text;
    }

    // A token the recording altered on purpose: the same alteration, made to the token of ours that the original stands for.
    private string? TranslateTampered(string recorded)
    {
        var parts = recorded.Split('.');
        if (parts.Length != 3 || parts[2].Length == 0)
        {
            return null;
        }

        foreach (var (from, to) in _carried)
        {
            var original = from.Split('.');
            var ours = to.Split('.');
            if (original.Length != 3 || ours.Length != 3 || original.Zip(parts).Count(p => p.First == p.Second) != 2)
            {
                continue;
            }

            return string.Join('.', parts.Select((part, i) => part == original[i] ? ours[i] : part));
        }

        return null;
    }

    // The core promises no order for lists of ids: known ones are put in the order of the recording.
    private JsonNode?[] InRecordedOrder(JsonArray recorded, JsonArray actual)
    {
        var ids = recorded.Select(n => n is JsonValue v && v.TryGetValue<string>(out var s) && _carried.TryGetValue(s, out var ours) ? ours : null).ToList();
        if (ids.Count < 2 || ids.Contains(null))
        {
            return [.. actual];
        }

        return [.. actual.OrderBy(n => n is JsonValue v && v.TryGetValue<string>(out var s) && ids.IndexOf(s) is >= 0 and var i ? i : int.MaxValue)];
    }

    private static decimal? Lifetime(JsonObject o, string from, string to)
    {
        if (o[from] is not JsonValue f || o[to] is not JsonValue t || f.GetValueKind() != JsonValueKind.Number || t.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        var start = f.GetValue<decimal>();
        return (t.GetValue<decimal>() - start) / (VolatileShape.OfNumber(start) == "ms" ? 1000 : 1);
    }

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex("(?<![A-Za-z0-9+/=%_-])[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
