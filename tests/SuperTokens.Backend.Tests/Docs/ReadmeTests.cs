using System.Text.RegularExpressions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Docs;

public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("src/SuperTokens.Backend/README.md", 12)]
    [InlineData("src/SuperTokens.EmbeddedCore/README.md", 1)]
    public void Every_piece_of_code_compiles(string readme, int pieces)
    {
        var compiled = Folded(File.ReadAllText(Path.Combine(Repository.Root, "tests/SuperTokens.Backend.Tests/Docs/ReadmeSnippets.cs")));
        var found = Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))).Select(match => match.Groups["code"].Value).ToList();

        Assert.True(found.Count >= pieces, $"{found.Count} pieces of code in {readme}");
        Assert.All(found, code => Assert.Contains(Folded(code), compiled, StringComparison.Ordinal));
    }

    private static string Folded(string code) => Blanks().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
