namespace SuperTokens.Testing;

/// <summary>
/// Counts the recorded exchanges that were really replayed, each once however often, and writes the counts to <c>replayed.txt</c> beside
/// the tests; the build prints that file after a test run.
/// </summary>
public static class ReplayedExchanges
{
    private static readonly Lock s_writing = new();
    private static readonly Dictionary<string, HashSet<string>> s_replayed = [];
    private static readonly Dictionary<string, int> s_totals = [];

    /// <summary>Counts what one test has replayed.</summary>
    /// <param name="kind">What was replayed against what, as people read it.</param>
    /// <param name="flow">The recording.</param>
    /// <param name="replayed">The places of the exchanges, or calls, in the recording.</param>
    /// <param name="all">How many there are in a recording.</param>
    public static void Add(string kind, RecordedFlow flow, IEnumerable<int> replayed, Func<RecordedFlow, int> all)
    {
        lock (s_writing)
        {
            if (!s_replayed.TryGetValue(kind, out var places))
            {
                s_replayed[kind] = places = [];
            }

            places.UnionWith(replayed.Select(place => $"{flow.Name} {place}"));
            s_totals[kind] = s_totals.TryGetValue(kind, out var total) ? total : RecordedFlow.All().Sum(all);
            File.WriteAllLines(
                Path.Combine(AppContext.BaseDirectory, "replayed.txt"),
                s_replayed.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"Replayed {entry.Key}: {entry.Value.Count} of {s_totals[entry.Key]}"));
        }
    }
}
