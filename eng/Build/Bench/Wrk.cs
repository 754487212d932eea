using System.Globalization;
using System.Text.RegularExpressions;
using SuperTokens.Build.Measure;

namespace SuperTokens.Build.Bench;

/// <summary>Loads a server with wrk: 16 connections that ask as fast as they are answered.</summary>
/// <param name="scripts">The folder of the scripts.</param>
/// <param name="seconds">How long one run takes.</param>
internal sealed partial class Wrk(string scripts, int seconds)
{
    private const string Threads = "-t2";
    private const string Connections = "-c16";

    /// <summary>Asks for a path, always alike.</summary>
    internal Task<Sample> GetAsync(BenchServer server, string path, string? accessToken, CancellationToken cancellationToken)
        => RunAsync(server, path, accessToken is null ? [] : ["-H", $"Authorization: Bearer {accessToken}"], [], cancellationToken);

    /// <summary>Asks for a path with the next token of a file each time.</summary>
    internal Task<Sample> GetAsync(BenchServer server, string path, FileInfo accessTokens, CancellationToken cancellationToken)
        => RunAsync(server, path, ["-s", Path.Combine(scripts, "tokens.lua")], [accessTokens.FullName], cancellationToken);

    /// <summary>Posts the same JSON each time.</summary>
    internal Task<Sample> PostAsync(BenchServer server, string path, string json, IEnumerable<string> headers, CancellationToken cancellationToken)
        => RunAsync(server, path, ["-s", Path.Combine(scripts, "post.lua")], [json, .. headers], cancellationToken);

    /// <summary>Posts the same JSON each time, and counts what another server does for it as well.</summary>
    internal async Task<Sample> PostAsync(BenchServer server, BenchServer behind, string path, string json, IEnumerable<string> headers, CancellationToken cancellationToken)
    {
        var before = (server.Cpu, behind.Cpu);
        var sample = await PostAsync(server, path, json, headers, cancellationToken).ConfigureAwait(false);
        var requests = (server.Cpu - before.Item1) / sample.Cpu;
        return sample with { Cpu = sample.Cpu + ((behind.Cpu - before.Item2) / requests) };
    }

    // A sample's figures are those of one request: the server's CPU time, and the time that went by for each answer there was.
    private async Task<Sample> RunAsync(
        BenchServer server, string path, IEnumerable<string> options, IEnumerable<string> scriptArguments, CancellationToken cancellationToken)
    {
        var before = server.Cpu;
        string[] arguments = [Threads, Connections, $"-d{seconds}s", .. options, new Uri(server.Address, path).ToString(), "--", .. scriptArguments];
        var output = await BenchTools.RunAsync("wrk", arguments, scripts, cancellationToken).ConfigureAwait(false);
        var cpu = server.Cpu - before;
        if (RequestsPattern().Match(output) is not { Success: true } match || output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new BuildException($"{server.Address}{path} did not answer every request well:\n\n{output}");
        }

        var requests = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var rate = double.Parse(RatePattern().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return new Sample(cpu / requests, 1000 / rate, Resident: 0, Proportional: 0);
    }

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex RequestsPattern();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RatePattern();
}
