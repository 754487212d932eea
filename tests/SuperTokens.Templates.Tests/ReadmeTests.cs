using System.Text.RegularExpressions;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests;

/// <summary>What the documents tell people to type exists.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Documents() => new("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/templates/package-readme.md",
        "docs/templates/README.md", "docs/templates/webapi.md", "docs/templates/minimalapi.md", "docs/templates/mvc.md", "docs/templates/functions.md");

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_build_command_in_a_document_exists(string document)
        => Assert.All(
            BuildCommandPattern().Matches(Read(document)).Select(match => match.Groups[1].Value).Where(name => name != "help"),
            name => Assert.Contains(name, BuildCommand.Names));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_leads_to_one(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(TestPaths.Root, document))!;

        Assert.All(LinkPattern().Matches(Read(document)).Select(match => match.Groups[1].Value), link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void The_readme_uses_every_command_a_newcomer_needs()
        => Assert.All(["try", "install", "pack"], name => Assert.Contains($"dotnet eng/build.cs {name}", Read("README.md"), StringComparison.Ordinal));

    [Fact]
    public void Continuous_integration_runs_the_test_command_of_the_readme()
    {
        Assert.Contains("```\ndotnet test\n```", Read("README.md"), StringComparison.Ordinal);
        Assert.Contains("\ndotnet test ", Read(".ci/run"), StringComparison.Ordinal);
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(TestPaths.Root, document));

    [GeneratedRegex(@"dotnet eng/build\.cs ([a-z-]+)")]
    private static partial Regex BuildCommandPattern();

    [GeneratedRegex(@"\]\((?!https?://)([^)#]+)\)")]
    private static partial Regex LinkPattern();
}
