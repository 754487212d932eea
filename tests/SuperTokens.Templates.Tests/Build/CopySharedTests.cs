using SuperTokens.Build.Alike;

namespace SuperTokens.Templates.Tests.Build;

/// <summary>How files are compared and copied, on templates of two files.</summary>
public sealed class CopySharedTests : IDisposable
{
    private const string Json = ".template.config/template.json";
    private const string Source = """
        {
          "name": "Web API",
          "symbols": {
            "core": { "type": "parameter", "choices": ["a", "b"] },

            "appId": { "type": "parameter" }
          }
        }
        """;

    private const string Readme = "# App\n\n## Run\n\ndotnet run\n\n<!--#if (x) -->\n## Test\n\ndotnet test\n<!--#endif -->\n\n## More\n\nText.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("supertokens-alike-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_and_a_different_file_are_copied()
    {
        Write("webapi", (".gitignore", "bin/\n"), ("src/App.cs", "code\n"), ("src/bin/App.dll", "built"));
        Write("mvc", ("src/App.cs", "other code\n"), ("src/Own.cs", "own\n"));
        var files = Files();

        Assert.Equal([".gitignore", "src/App.cs"], files.Differences("mvc"));
        Assert.Equal([".gitignore", "src/App.cs"], files.Copy("mvc"));

        Assert.Empty(files.Differences("mvc"));
        Assert.Equal("code\n", Read("mvc", "src/App.cs"));
        Assert.Equal("own\n", Read("mvc", "src/Own.cs"));
    }

    [Fact]
    public void A_file_that_may_differ_or_be_missing_stays()
    {
        Write("webapi", ("src/App.cs", "code\n"), ("src/Api/Users.cs", "code\n"), ("tests/App.cs", "code\n"));
        Write("mvc", ("src/App.cs", "other code\n"), ("tests/App.cs", "other code\n"));

        Assert.Equal(["tests/App.cs"], Files(new AllowedDifference("src/*.cs", "A reason.", "mvc")).Copy("mvc"));
        Assert.Equal("other code\n", Read("mvc", "src/App.cs"));
    }

    [Fact]
    public void A_part_of_a_definition_is_copied_as_it_is_laid_out()
    {
        Write("webapi", (Json, Source));
        Write("mvc", (Json, Source.Replace("[\"a\", \"b\"]", "[\"a\"]", StringComparison.Ordinal).Replace("Web API", "Site", StringComparison.Ordinal)));

        Files(new AllowedDifference(Json + "#name", "A reason.", "mvc")).Copy("mvc");

        Assert.Equal(Source.Replace("Web API", "Site", StringComparison.Ordinal), Read("mvc", Json));
    }

    [Fact]
    public void What_only_the_copy_has_stays_in_its_place_if_it_may_and_goes_if_not()
    {
        const string Own = "\n    \"own\": { \"type\": \"computed\" },";
        var withOwn = Source.Replace("] },\n", "] }," + Own + "\n", StringComparison.Ordinal);
        Write("webapi", (Json, Source));
        Write("mvc", (Json, withOwn));

        Assert.Empty(Files(new AllowedDifference(Json + "#symbols/own", "A reason.", "mvc")).Copy("mvc"));
        Files().Copy("mvc");

        Assert.Equal(Source, Read("mvc", Json));
    }

    [Fact]
    public void Sections_of_a_document_are_copied_with_their_conditions()
    {
        Write("webapi", ("README.md", Readme));
        Write("mvc", ("README.md", "# Site\n\n## Run\n\nelsewise\n\n## Own\n\nx\n\n## More\n\nOld.\n"));
        var files = Files(
            new AllowedDifference("README.md#head", "A reason.", "mvc"), new AllowedDifference("README.md#Run", "A reason.", "mvc"), new AllowedDifference("README.md#Own", "A reason.", "mvc"));

        Assert.Equal(["README.md"], files.Copy("mvc"));

        Assert.Equal(Readme.Replace("# App", "# Site", StringComparison.Ordinal).Replace("dotnet run\n\n", "elsewise\n\n## Own\n\nx\n\n", StringComparison.Ordinal), Read("mvc", "README.md"));
    }

    [Fact]
    public void What_may_differ_and_does_not_is_needless()
    {
        Write("webapi", (Json, Source), ("a.txt", "a"), ("b.txt", "b"));
        foreach (var copy in AlikeFiles.Copies)
        {
            Write(copy, (Json, Source.Replace("Web API", "Site", StringComparison.Ordinal)), ("a.txt", "a"), ("b.txt", "other"));
        }

        var needless = Files(
            new AllowedDifference("a.txt", "A reason.", "mvc"),
            new AllowedDifference("b.txt", "A reason.", "mvc"),
            new AllowedDifference(Json + "#name", "A reason.", "functions"),
            new AllowedDifference(Json + "#symbols/core", "A reason.", "functions")).Needless();

        Assert.Equal(["mvc: a.txt", $"functions: {Json}#symbols/core"], needless);
    }

    private AlikeFiles Files(params IReadOnlyList<AllowedDifference> allowed) => new(_folder, allowed);

    private void Write(string template, params IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(_folder, template + "-supertokens", path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    private string Read(string template, string path) => File.ReadAllText(Path.Combine(_folder, template + "-supertokens", path));
}
