using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SuperTokens.Build.Measure;

/// <summary>The measured half of docs/templates/speed.md; the other half, what the figures mean, is written by hand.</summary>
internal static class SpeedPage
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
}
