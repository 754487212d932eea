namespace SuperTokens.Build.Alike;

/// <summary>The sections of a Markdown file, each with the condition around it.</summary>
internal static class MarkdownParts
{
    private const string Heading = "## ";
    private const string Condition = "<!--#if";

    internal static PartedText Split(string markdown)
    {
        var lines = markdown.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(line => Starts(lines, line)).ToList();
        var parts = starts.Select((start, index) => new TextPart(
            (lines[start].StartsWith(Heading, StringComparison.Ordinal) ? lines[start] : lines[start + 1])[Heading.Length..],
            string.Join('\n', lines[start..(index + 1 < starts.Count ? starts[index + 1] : lines.Length)])));
        var head = starts.Count == 0 ? markdown : string.Concat(lines[..starts[0]].Select(line => line + "\n"));
        return new PartedText(head, [.. parts], string.Empty, "\n");
    }

    private static bool Starts(string[] lines, int line)
        => lines[line].StartsWith(Condition, StringComparison.Ordinal)
            ? line + 1 < lines.Length && lines[line + 1].StartsWith(Heading, StringComparison.Ordinal)
            : lines[line].StartsWith(Heading, StringComparison.Ordinal) && (line == 0 || !lines[line - 1].StartsWith(Condition, StringComparison.Ordinal));
}
