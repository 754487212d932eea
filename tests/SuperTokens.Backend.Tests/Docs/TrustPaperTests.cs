using System.Text.RegularExpressions;
using SuperTokens.Backend.Conventions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Docs;

/// <summary>The papers on security name tests, and so cannot promise what nothing shows.</summary>
public sealed partial class TrustPaperTests
{
    // The items of ASVS 5.0 that concern accounts and sessions.
    private static readonly string[] Items =
    [
        "3.3.1", "3.3.2", "3.3.4", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.6", "3.5.1", "3.5.2",
        "6.1.1", "6.2.1", "6.2.2", "6.2.3", "6.2.4", "6.2.5", "6.2.6", "6.2.7", "6.2.8", "6.2.9", "6.2.10", "6.2.11", "6.2.12",
        "6.3.1", "6.3.2", "6.3.3", "6.3.4", "6.3.5", "6.3.7", "6.3.8", "6.4.1", "6.4.2", "6.4.3", "6.4.6", "6.5.1", "6.5.5", "6.5.6", "6.6.3", "6.8.1", "6.8.2",
        "7.1.1", "7.2.1", "7.2.2", "7.2.3", "7.2.4", "7.3.1", "7.3.2", "7.4.1", "7.4.2", "7.4.3", "7.4.4", "7.4.5", "7.5.1", "7.5.2", "7.5.3",
        "9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.2.2", "9.2.3", "10.1.1", "10.2.1", "10.4.5",
        "16.2.5", "16.3.1", "16.3.2", "16.5.1", "16.5.3",
    ];

    public static TheoryData<string> Papers => ["SECURITY.md", "docs/threat-model.md", "docs/asvs.md", "docs/scaling.md"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_test_that_a_paper_names_exists(string paper)
    {
        var tests = SourceFile.Below("tests").Where(file => file.Path.EndsWith("Tests.cs", StringComparison.Ordinal))
            .SelectMany(file => file.Code.Select(line => TestMethod().Match(line)).Where(match => match.Success)
                .Select(match => $"{Path.GetFileNameWithoutExtension(file.Path)}.{match.Groups[1].Value}"))
            .ToHashSet(StringComparer.Ordinal);
        Findings.None(NamedIn(Read(paper)).Where(name => !tests.Contains(name)).Select(name => $"{paper} names {name}, which is no test"));
    }

    [Fact]
    public void Every_item_of_the_ASVS_has_a_test_or_says_whose_job_it_is()
    {
        var rows = Rows();
        Assert.Equal(Items.Order(StringComparer.Ordinal), rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        Findings.None(rows.Where(row => row.State is not ("met" or "core" or "app" or "not met")).Select(row => $"{row.Id} is '{row.State}'"));
        Findings.None(rows.Where(row => row.State == "met" && NamedIn(row.How).Count == 0).Select(row => $"{row.Id} is met, and no test shows it"));
        Findings.None(rows.Where(row => row.State != "met" && row.How.Length < 40).Select(row => $"{row.Id} gives no reason"));
    }

    [Fact]
    public void The_page_counts_its_items_right()
    {
        var rows = Rows();
        var page = Read("docs/asvs.md");
        foreach (var state in (string[])["met", "core", "app", "not met"])
        {
            Assert.Contains($"| {state} | {rows.Count(row => row.State == state)} |", page, StringComparison.Ordinal);
        }
    }

    private static List<(string Id, string State, string How)> Rows()
        => [.. ItemRow().Matches(Read("docs/asvs.md")).Select(match => (match.Groups["id"].Value, match.Groups["state"].Value.Trim(), match.Groups["how"].Value.Trim()))];

    private static List<string> NamedIn(string text) => [.. TestName().Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    private static string Read(string paper) => File.ReadAllText(Path.Combine(Repository.Root, paper));

    [GeneratedRegex(@"^\s+public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (?<id>\d+\.\d+\.\d+) \| [^|]+ \| \d \| (?<state>[^|]+) \| (?<how>[^\n]+) \|$", RegexOptions.Multiline)]
    private static partial Regex ItemRow();
}
