using System.Text.RegularExpressions;

namespace SuperTokens.Build.Measure;

/// <summary>A page of which a part is measured and the rest, what the figures mean, is written by hand.</summary>
internal static partial class MeasuredPage
{
    /// <summary>Puts figures in the place of older ones.</summary>
    internal static async Task WriteAsync(Repository repository, string file, string report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(repository.Root, file);
        var page = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        if (!MeasuredPattern().IsMatch(page))
        {
            throw new BuildException($"{file} has no place for the figures: <!-- measured --> … <!-- end of measured -->");
        }

        var written = MeasuredPattern().Replace(page, match => $"{match.Groups[1].Value}\n{report}\n{match.Groups[2].Value}");
        await File.WriteAllTextAsync(path, written.ReplaceLineEndings("\n"), cancellationToken).ConfigureAwait(false);
    }

    [GeneratedRegex("(<!-- measured -->).*(<!-- end of measured -->)", RegexOptions.Singleline)]
    private static partial Regex MeasuredPattern();
}
