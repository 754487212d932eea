namespace SuperTokens.Build.Alike;

/// <summary>What templates have differently on purpose.</summary>
/// <param name="Path">
/// A file below the template's folder, with <c>*</c> for any text; with <c>#</c> a part of it: a property of a JSON file (and of one of its tables,
/// such as <c>symbols/core</c>) or a section of a Markdown file. What lies below a part differs with it.
/// </param>
/// <param name="Reason">Why it has to.</param>
/// <param name="Templates">The templates that differ from the first.</param>
public sealed record AllowedDifference(string Path, string Reason, params IReadOnlyList<string> Templates)
{
    internal bool Covers(string template, string path)
        => Templates.Contains(template) && Fits(path, Path);

    /// <summary>Whether a path is the pattern's, or lies below it.</summary>
    private static bool Fits(ReadOnlySpan<char> path, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty || path[0] == '/';
        }

        return pattern[0] == '*'
            ? Fits(path, pattern[1..]) || (!path.IsEmpty && path[0] != '#' && Fits(path[1..], pattern))
            : !path.IsEmpty && path[0] == pattern[0] && Fits(path[1..], pattern[1..]);
    }
}
