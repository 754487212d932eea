using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SuperTokens.Build.Measure;

/// <summary>The measured half of docs/templates/speed.md; the other half, what the figures mean, is written by hand.</summary>
internal static partial class SpeedPage
{
    internal const string File = "docs/templates/speed.md";

    internal static string Report(
        string sdk, int rounds, IReadOnlyList<(string Name, Sample Median)> created, IReadOnlyList<(string Name, Sample Median)> started)
    {
        var text = new StringBuilder();
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{today}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, ")
            .AppendLine(CultureInfo.InvariantCulture, $"SDK {sdk}, {RuntimeInformation.FrameworkDescription}. Medians of {rounds} rounds.")
            .AppendLine()
            .AppendLine("| creating an app | CPU time | ratio | wall time | ratio |")
            .AppendLine("|---|---|---|---|---|");
        foreach (var (name, median) in created)
        {
            var first = created[0].Median;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {median.Cpu:0} ms | {median.Cpu / first.Cpu:0.00} | {median.Wall:0} ms | {median.Wall / first.Wall:0.00} |");
        }

        text.AppendLine()
            .AppendLine("| process start to first answer | CPU time | ratio | wall time | ratio | resident memory | ratio | PSS | ratio |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, median) in started)
        {
            var first = started[0].Median;
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {median.Cpu:0} ms | {median.Cpu / first.Cpu:0.00} | {median.Wall:0} ms | {median.Wall / first.Wall:0.00} ")
                .Append(CultureInfo.InvariantCulture, $"| {median.Resident:0.0} MB | {median.Resident / first.Resident:0.00} ")
                .AppendLine(CultureInfo.InvariantCulture, $"| {median.Proportional:0.0} MB | {median.Proportional / first.Proportional:0.00} |");
        }

        return text.ToString().TrimEnd();
    }

    internal static async Task WriteAsync(Repository repository, string report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(repository.Root, File);
        var page = await System.IO.File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        if (!MeasuredPattern().IsMatch(page))
        {
            throw new BuildException($"{File} has no place for the figures: <!-- measured --> … <!-- end of measured -->");
        }

        var written = MeasuredPattern().Replace(page, match => $"{match.Groups[1].Value}\n{report}\n{match.Groups[2].Value}");
        await System.IO.File.WriteAllTextAsync(path, written.ReplaceLineEndings("\n"), cancellationToken).ConfigureAwait(false);
    }

    [GeneratedRegex("(<!-- measured -->).*(<!-- end of measured -->)", RegexOptions.Singleline)]
    private static partial Regex MeasuredPattern();
}
