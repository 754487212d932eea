using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SuperTokens.Build.Measure;

namespace SuperTokens.Build.Bench;

/// <summary>The measured part of docs/performance.md.</summary>
internal static class PerformancePage
{
    internal const string File = "docs/performance.md";

    internal static string Report(string sdk, string node, int rounds, int seconds, BenchFigures figures)
    {
        var text = new StringBuilder();
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Line(text, $"{today}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, SDK {sdk}, {RuntimeInformation.FrameworkDescription}, Node.js {node}. Medians of {rounds} rounds of {seconds} s, wrk with 16 connections. Ratios are to the first row.");
        AddTargets(text, figures);
        AddLoad(text, "An open route", figures.Open);
        AddLoad(text, "A protected route, by a token seen before", figures.Seen);
        AddLoad(text, "A protected route, by new tokens", figures.New);
        AddLoad(text, $"Signing in ({figures.CoreCalls.Ours} calls to the core; supertokens-node {figures.CoreCalls.Node})", figures.SignIn);
        figures.Growth.ToList().ForEach(table => AddGrowth(text, table));
        if (figures.Micro is not null)
        {
            Line(text, $"\nBenchmarkDotNet, short runs in one process:\n");
            figures.Micro.Table.ToList().ForEach(line => text.AppendLine(line));
        }

        return text.ToString().TrimEnd();
    }

    private static void AddTargets(StringBuilder text, BenchFigures figures)
    {
        var (plain, jwtBearer, ours, node) = (figures.Seen[0].Median, figures.Seen[1].Median, figures.Seen[2].Median, figures.Seen[3].Median);
        var added = ours.Cpu - plain.Cpu;
        // A protected request carries more headers than an open one: what those cost, the plain app tells.
        var addedBySession = added - (figures.Open[2].Median.Cpu - figures.Open[0].Median.Cpu);
        var addedByNew = figures.New[2].Median.Cpu - figures.New[0].Median.Cpu;
        Line(text, $"\n| in one run | is | should be |\n|---|---|---|");
        Line(text, $"| protected requests a second, to those of supertokens-node | {node.Wall / ours.Wall:0.0} | at least 9 |");
        Line(text, $"| protected requests a second, to those of JwtBearer | {jwtBearer.Wall / ours.Wall:0.00} | at least 1.5 |");
        if (figures.Micro is { } micro)
        {
            var (seen, fresh, rival) = (micro.Added("header, seen token"), micro.Added("header, new token"), micro.Added("JwtBearer"));
            var signature = micro.ByTitle["RSA-2048 signature alone"].Time;
            Line(text, $"| time of authenticating by a token seen before ({seen.Time * 1000:0.0} µs), to a plain request's CPU time ({plain.Cpu * 1000:0.0} µs) | {seen.Time / plain.Cpu:0.00} | at most 0.33 |");
            Line(text, $"| its allocations ({seen.Bytes:0} bytes), to JwtBearer's | {seen.Bytes / rival.Bytes:0.00} | at most 0.25 |");
            Line(text, $"| time of authenticating by a new token ({fresh.Time * 1000:0.0} µs), to the bare RSA-2048 verification ({signature * 1000:0.0} µs) | {fresh.Time / signature:0.00} | at most 1.3 |");
            Line(text, $"| allocations of a dispatch miss, in bytes | {micro.ByTitle["dispatcher, a request that is not ours"].Bytes:0} | 0 |");
        }

        Line(text, $"| CPU time that a token seen before adds to a request of the app under load, to a plain request's | {addedBySession / plain.Cpu:0.00} | at most 0.33 |");
        Line(text, $"| CPU time the app with everything adds to a plain request, by a token seen before | {added / plain.Cpu:0.00} | |");
        Line(text, $"| the same by a new token, to the bare RSA-2048 verification ({figures.Signature * 1000:0.0} µs) | {addedByNew / figures.Signature:0.00} | |");
        Line(text, $"| calls to the core of a sign-in | {figures.CoreCalls.Ours} | at most 4 |");
    }

    private static void AddLoad(StringBuilder text, string title, IReadOnlyList<(string Name, Sample Median)> rows)
    {
        Line(text, $"\n| {title} | requests a second | ratio | server CPU a request | ratio |\n|---|---|---|---|---|");
        var first = rows[0].Median;
        foreach (var (name, median) in rows)
        {
            Line(text, $"| {name} | {1000 / median.Wall:0} | {first.Wall / median.Wall:0.00} | {median.Cpu * 1000:0.0} µs | {median.Cpu / first.Cpu:0.00} |");
        }
    }

    private static void AddGrowth(StringBuilder text, GrowthTable table)
    {
        Line(text, $"\n| {string.Join(" | ", table.Columns)} |\n|{string.Concat(Enumerable.Repeat("---|", table.Columns.Count))}");
        foreach (var (count, costs) in table.Rows)
        {
            Line(text, $"| {count:N0} | {string.Join(" | ", costs.Select(cost => string.Create(CultureInfo.InvariantCulture, $"{cost * 1000:0.0} µs")))} |");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
