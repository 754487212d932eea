using System.Text.RegularExpressions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Docs;

/// <summary>The C# of a page stands in <c>Docs/Snippets/&lt;Page&gt;Snippets.cs</c>, which the compiler reads.</summary>
public sealed partial class PageTests
{
    private static string[] SnippetFiles => Directory.GetFiles(Path.Combine(Repository.Root, "tests/SuperTokens.Backend.Tests/Docs/Snippets"));

    /// <summary>All pages with C#: the READMEs of the packages, <c>docs/*.md</c> and <c>docs/recipes/*.md</c>.</summary>
    public static TheoryData<string> Pages => [.. Paths];

    private static IEnumerable<string> Paths => new[] { "src/SuperTokens.Backend/README.md", "src/SuperTokens.EmbeddedCore/README.md" }
        .Concat(PagesOf("docs"))
        .Concat(PagesOf("docs/recipes"))
        .Where(page => PiecesOf(page).Count > 0);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_piece_of_code_compiles(string page)
    {
        var compiled = Folded(File.ReadAllText(SnippetFiles.Single(file => IsOf(page, file))));

        Assert.All(PiecesOf(page), code => Assert.Contains(Folded(code), compiled, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_snippets_file_belongs_to_a_page()
        => Assert.All(SnippetFiles, file => Assert.Contains(Paths, page => IsOf(page, file)));

    [Fact]
    public void The_index_lists_every_page_of_a_recipe()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs/recipes/README.md"));
        Assert.All(
            PagesOf("docs/recipes").Select(page => Path.GetFileName(page)).Where(page => page != "README.md"),
            page => Assert.Contains($"({page})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_shows_how_to_begin()
        => Assert.True(PiecesOf("src/SuperTokens.Backend/README.md").Count >= 12);

    // All READMEs share one file.
    private static bool IsOf(string page, string file)
        => Path.GetFileName(file).Equals(Path.GetFileNameWithoutExtension(page) + "Snippets.cs", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> PagesOf(string folder)
        => Directory.Exists(Path.Combine(Repository.Root, folder))
            ? Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
            : [];

    private static List<string> PiecesOf(string page)
        => [.. Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups["code"].Value)];

    private static string Folded(string code) => Blanks().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
