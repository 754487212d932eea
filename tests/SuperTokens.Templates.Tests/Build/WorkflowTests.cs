using System.Text.RegularExpressions;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Build;

/// <summary>What the GitHub workflows may do and run. They are read as text, line by line: no test may need another package for it.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string s_folder = Path.Combine(TestPaths.Root, ".github", "workflows");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version(string file)
    {
        var uses = Lines(file).Where(line => UsesPattern().IsMatch(line)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(@"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_may_read_and_nothing_else(string file)
    {
        var lines = Lines(file);
        var permissions = Assert.Single(lines, line => line.TrimStart().StartsWith("permissions:", StringComparison.Ordinal));

        Assert.Equal("permissions:", permissions);
        Assert.Equal(["  contents: read"], lines.SkipWhile(line => line != permissions).Skip(1).TakeWhile(line => line.Length > 0));
        Assert.DoesNotContain(lines, line => line.Contains("pull_request_target", StringComparison.Ordinal) || line.Contains("secrets.", StringComparison.Ordinal));
        Assert.Equal(
            lines.Count(line => line.Contains("uses: actions/checkout@", StringComparison.Ordinal)),
            lines.Count(line => line.Trim() == "persist-credentials: false"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_ends_in_time_and_an_older_run_of_a_pull_request_gives_way(string file)
    {
        var lines = Lines(file);

        Assert.Equal(lines.Count(line => line.StartsWith("    runs-on:", StringComparison.Ordinal)), lines.Count(line => TimeoutPattern().IsMatch(line)));
        Assert.Contains("concurrency:", lines);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_runs_what_the_build_file_has(string file)
    {
        var commands = Lines(file).Select(line => BuildFilePattern().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains(command, BuildCommand.Names));
    }

    [Fact]
    public void It_builds_and_tests_on_Linux_Windows_and_macOS_and_requires_what_is_optional_elsewhere()
    {
        var lines = Lines("ci.yml");

        Assert.Contains("        os: [ubuntu-latest, windows-latest, macos-latest]", lines);
        Assert.Contains(lines, line => line.TrimStart().StartsWith("SUPERTOKENS_REQUIRE_FUNCTIONS_PACKAGES: \"1\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("SUPERTOKENS_REQUIRE_AOT: \"1\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("SUPERTOKENS_REQUIRE_CHROMIUM:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("SUPERTOKENS_REQUIRE_NPM: \"1\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("dotnet pack", StringComparison.Ordinal) && line.Contains("-p:TemplateAuthoring=true", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("dotnet test", StringComparison.Ordinal) && line.Contains("-p:TemplateAuthoring=true", StringComparison.Ordinal));
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(s_folder, file));

    [GeneratedRegex(@"^\s*-?\s*uses:")]
    private static partial Regex UsesPattern();

    [GeneratedRegex(@"^    timeout-minutes: \d+$")]
    private static partial Regex TimeoutPattern();

    [GeneratedRegex(@"dotnet eng/build\.cs ([\w-]+)")]
    private static partial Regex BuildFilePattern();
}
