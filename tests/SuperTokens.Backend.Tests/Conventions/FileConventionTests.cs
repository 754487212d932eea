using System.Text.RegularExpressions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Conventions;

public sealed partial class FileConventionTests
{
    private static readonly string[] TextFiles = ["*.cs", "*.csproj", "*.props", "*.slnx", "*.md", "*.json", "*.yml", "*.yaml", "*.txt", "*.cshtml", "*.http"];

    [Fact]
    public void A_file_holds_one_public_type_but_results_may_share_one()
        => Findings.None(SourceFile.Below("src").Where(file => !file.Path.EndsWith("Results.cs", StringComparison.Ordinal)).Where(file => file.Lines.Count(line => PublicType().IsMatch(line)) > 1).Select(file => file.Path));

    [Fact]
    public void A_source_file_has_at_most_400_lines()
        => Findings.None(SourceFile.Below("src").Where(file => file.Lines.Count > 400).Select(file => $"{file}: {file.Lines.Count}"));

    [Fact]
    public void A_source_file_has_a_file_scoped_namespace()
        => Findings.None(SourceFile.Below("src").Where(file => file.Lines.Any(line => BlockNamespace().IsMatch(line))).Select(file => file.Path));

    [Fact]
    public void Text_is_UTF8_without_a_mark_and_with_line_feeds_alone()
        => Findings.None(
            from folder in new[] { "src", "tests", "eng", "docs", "templates" }
            where Directory.Exists(Path.Combine(Repository.Root, folder))
            from pattern in TextFiles
            from path in SourceFile.Paths(folder, pattern)
            let bytes = File.ReadAllBytes(Path.Combine(Repository.Root, path))
            where bytes.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) || bytes.Contains((byte)'\r') || !System.Text.Unicode.Utf8.IsValid(bytes)
            select path);

    [GeneratedRegex(@"^public (?:(?:sealed|abstract|static|readonly|partial|ref|unsafe) )*(?:class|record|struct|interface|enum|delegate)\b")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace [\w.]+\s*\{?$")]
    private static partial Regex BlockNamespace();
}
