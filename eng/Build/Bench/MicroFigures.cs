using System.Text.Json.Nodes;

namespace SuperTokens.Build.Bench;

/// <summary>What BenchmarkDotNet found.</summary>
/// <param name="Table">The lines of its table.</param>
/// <param name="ByTitle">Time in ms and allocations in bytes of each benchmark, by its title.</param>
internal sealed record MicroFigures(IReadOnlyList<string> Table, IReadOnlyDictionary<string, (double Time, double Bytes)> ByTitle)
{
    private const double NanosecondsOfMillisecond = 1_000_000;

    /// <summary>Reads the reports of a run with the exporters <c>github</c> and <c>json</c>.</summary>
    internal static async Task<MicroFigures> ReadAsync(string results, CancellationToken cancellationToken)
    {
        var table = await File.ReadAllLinesAsync(Directory.EnumerateFiles(results, "*-report-github.md").Single(), cancellationToken).ConfigureAwait(false);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(results, "*.json").Single(), cancellationToken).ConfigureAwait(false))!;
        return new(
            [.. table.Where(line => line.StartsWith('|'))],
            json["Benchmarks"]!.AsArray().ToDictionary(
                one => ((string)one!["MethodTitle"]!).Trim('\''),
                one => ((double)one!["Statistics"]!["Mean"]! / NanosecondsOfMillisecond, (double)one["Memory"]!["BytesAllocatedPerOperation"]!)));
    }

    /// <summary>What authenticating takes by itself: without the request that is made for it.</summary>
    internal (double Time, double Bytes) Added(string title)
    {
        var (request, whole) = (ByTitle["the request itself, not authenticated"], ByTitle[title]);
        return (whole.Time - request.Time, whole.Bytes - request.Bytes);
    }
}
