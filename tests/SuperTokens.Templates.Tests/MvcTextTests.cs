using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SuperTokens.Templates.Tests;

/// <summary>The texts of the MVC site are all in its resource file, so that they can be changed and translated there.</summary>
public sealed partial class MvcTextTests
{
    private static readonly string s_site = Path.Combine(TestPaths.Templates, "mvc-supertokens", "src", "SuperTokensApp.1");

    private static readonly string[] s_texts =
    [
        .. XDocument.Load(Path.Combine(s_site, "Resources", "Texts.resx")).Root!.Elements("data").Select(data => data.Attribute("name")!.Value),
    ];

    private static readonly string s_code = ReadAll(s_site, "*.cs", "*.cshtml");

    [Fact]
    public void Every_text_that_a_page_names_is_there()
        => Assert.Empty(TextPattern().Matches(s_code).Select(match => match.Groups[1].Value).Except(s_texts));

    [Fact]
    public void Every_text_is_named_by_a_page_or_is_what_the_SDK_says()
    {
        var said = ReadAll(Path.Combine(TestPaths.Root, "src", "SuperTokens.Backend"), "*.cs");

        Assert.All(s_texts, name => Assert.True(
            s_code.Contains($"\"{name}\"", StringComparison.Ordinal) || said.Contains($"\"{name}\"", StringComparison.Ordinal) || IsMade(name), name));
    }

    [Fact]
    public void No_page_has_words_of_its_own()
        => Assert.Empty(ReadViews().SelectMany(view => WordPattern().Matches(view).Select(match => match.Groups[1].Value.Trim())));

    // Names that end with what an error or a way to sign in is called: "Way." + …, or $"Error.{…}".
    private static bool IsMade(string name)
    {
        var beginning = name[..(name.IndexOf('.', StringComparison.Ordinal) + 1)];
        return s_code.Contains($"\"{beginning}\"", StringComparison.Ordinal) || s_code.Contains($"$\"{beginning}{{", StringComparison.Ordinal);
    }

    // Words that stand in an element for people are a text that cannot be translated.
    private static IEnumerable<string> ReadViews()
        => Directory.EnumerateFiles(Path.Combine(s_site, "Views"), "*.cshtml", SearchOption.AllDirectories)
            .Select(path => CommentPattern().Replace(File.ReadAllText(path), ""));

    private static string ReadAll(string folder, params IEnumerable<string> patterns)
        => string.Join('\n', patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)).Select(File.ReadAllText));

    [GeneratedRegex("""\b(?:T|texts)\["([^"]+)"[\],]""")]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();

    [GeneratedRegex("<(?:h[1-6]|p|a|button|label|li|dt|dd|span|strong|title)(?: [^<>]*)?>([A-Za-z][^<@]*)</")]
    private static partial Regex WordPattern();
}
