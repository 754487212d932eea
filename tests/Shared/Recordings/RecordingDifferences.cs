using System.Text.Json.Nodes;

namespace SuperTokens.Testing;

/// <summary>
/// The deliberate differences between what was recorded and what this project answers: <c>tests/Recordings/differences.json</c>,
/// a list of <c>{ "flow", "side", "exchange", "field", "reason" }</c>. <c>flow</c> and <c>exchange</c> may be <c>"*"</c>, <c>exchange</c> a list; <c>field</c>
/// is a path such as <c>status</c>, <c>body</c> or <c>body.user.id</c> and covers everything under it. An entry may carry
/// <c>"path"</c>, the start of the request's path without its app and tenant, when it holds for one route in every flow.
/// </summary>
public sealed class RecordingDifferences
{
    /// <summary>The file's name without its extension.</summary>
    public const string FileName = "differences";

    private readonly List<Entry> _entries;

    private RecordingDifferences(List<Entry> entries) => _entries = entries;

    /// <summary>
    /// The entries that hold for this flow and these sides: <c>cdi</c>, <c>fdi</c>, <c>fdi-embedded</c> (only on the embedded core)
    /// <c>sent</c> (what the SDK asks of the core for a client) or <c>sdk</c> (what its functions ask of it).
    /// </summary>
    public static RecordingDifferences Load(string flow, params string[] sides)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(RecordedFlow.Folder, FileName + ".json")))!.AsArray();
        return new RecordingDifferences([.. file
            .Select(e => e!.AsObject())
            .Where(e => sides.Contains((string)e["side"]!) && ((string)e["flow"]! is "*" || (string)e["flow"]! == flow))
            .Select(e => new Entry(
                Flow: (string)e["flow"]!,
                Exchanges: e["exchange"] is JsonArray several ? [.. several.Select(one => one!.ToString())] : [e["exchange"]!.ToString()],
                Path: (string?)e["path"],
                Field: (string)e["field"]!,
                Reason: (string)e["reason"]!))]);
    }

    /// <summary>Takes out what is deliberate, and remembers which entries were needed.</summary>
    public IReadOnlyList<Mismatch> Except(RecordedExchange exchange, IEnumerable<Mismatch> mismatches) =>
        [.. mismatches.Where(mismatch => !_entries.Any(entry => entry.Covers(exchange, mismatch)))];

    /// <summary>Entries of exactly this flow that nothing needed: they describe a difference that is not there.</summary>
    public IReadOnlyList<string> Stale() =>
        [.. _entries.Where(e => e.Flow != "*" && !e.Used).Select(e => $"{e.Flow} #{string.Join(',', e.Exchanges)} {e.Field}: {e.Reason}")];

    private sealed record Entry(string Flow, IReadOnlyList<string> Exchanges, string? Path, string Field, string Reason)
    {
        public bool Used { get; private set; }

        public bool Covers(RecordedExchange exchange, Mismatch mismatch)
        {
            var covers = (Exchanges.Contains("*") || Exchanges.Contains(exchange.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                && (Path is null || exchange.Request.Path.Contains(Path, StringComparison.Ordinal))
                && (mismatch.Field == Field
                    || mismatch.Field.StartsWith(Field + ".", StringComparison.Ordinal)
                    || mismatch.Field.StartsWith(Field + "[", StringComparison.Ordinal));
            Used |= covers;
            return covers;
        }
    }
}
