using SuperTokens.Testing;

namespace SuperTokens.Backend.Conventions;

/// <summary>A file of this repository, as the convention tests read it.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Lines">The lines.</param>
public sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] NotSources = ["/bin/", "/obj/", "/artifacts/", "/.git/", "/.vs/", "/TestResults/"];

    /// <summary>The lines without comments.</summary>
    public IEnumerable<string> Code => Lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>The namespaces used, without <c>using static</c> and aliases.</summary>
    public IEnumerable<string> Usings => Lines
        .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';'))
        .Select(line => line["using ".Length..^1]);

    /// <summary>The files below a folder, read as text.</summary>
    public static IReadOnlyList<SourceFile> Below(string folder, string pattern = "*.cs")
        => [.. Paths(folder, pattern).Select(path => new SourceFile(path, File.ReadAllLines(System.IO.Path.Combine(Repository.Root, path))))];

    /// <summary>The paths of the files below a folder, build output left out.</summary>
    public static IReadOnlyList<string> Paths(string folder, string pattern = "*.cs")
        => [.. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !NotSources.Any(part => $"/{path}".Contains(part, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    public override string ToString() => Path;
}
