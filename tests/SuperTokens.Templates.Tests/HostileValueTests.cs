using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SuperTokens.Templates.Tests.Engine;
using SuperTokens.Templates.Tests.Pairs;

namespace SuperTokens.Templates.Tests;

/// <summary>What people type is data: in each kind of file it comes out as it went in, or is refused before a file is written.</summary>
public sealed partial class HostileValueTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    /// <summary>A name that means something in Markdown, Razor, C#, YAML and on command lines, and that files can have.</summary>
    private const string ProjectName = "2 `b` [c](d)_e_ {0} {{x}} @Model #x !Straße~^";

    private static readonly ConcurrentDictionary<string, Task<GeneratedApp>> s_usual = [];

    [Theory]
    [EachTemplate("Ben & Co said \"hi\", it's </script><script>alert(1)</script>")]
    [EachTemplate(@"C:\new\table \u0041 \\ $1 ${x} $(Configuration) %25 %(Identity) ;")]
    [EachTemplate("{{name}} {0} #{x} #if (false) //#endif <!--#if (x)--> */ --> *@ */ @(1+1) @Model")]
    [EachTemplate("two\nlines\tand a tab")]
    [EachTemplate("Zażółć 日本 🔑 \u2028 e\u0301")]
    [EachTemplate("SuperTokensApp.1 API_DOMAIN_VALUE APP_NAME_LITERAL net10.0 -n --help")]
    public async Task An_app_name_comes_out_as_it_went_in_and_changes_nothing_else(string template, string appName)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("appName", appName));
        var usual = await s_usual.GetOrAdd(template, _ => engine.GenerateAsync(template, "Acme.Api"));

        var changed = usual.Files.Keys.Where(path => usual.Text(path) != app.Text(path)).ToList();

        Assert.NotEmpty(changed);
        Assert.All(changed, path =>
        {
            Assert.EndsWith(".json", path, StringComparison.Ordinal);
            Assert.DoesNotContain("</script", app.Text(path), StringComparison.Ordinal);
            Assert.Equal(Strings(usual.Text(path)).Select(value => value == "Acme.Api" ? appName : value), Strings(app.Text(path)));
        });
    }

    [Theory]
    [EachTemplate]
    public async Task A_project_name_comes_out_as_it_went_in(string template)
    {
        var app = await engine.GenerateAsync(template, ProjectName, ("includeTests", "true"), ("recipes", string.Join('|', RecipeSet.Names)));

        Assert.Equal("# " + ProjectName, UnescapePattern().Replace(app.Text("README.md").Split('\n')[0], "$1"));
        Assert.Matches(@"^# 2 \\`b\\` \\\[c\\\]\\\(d\\\)\\_e\\_ ", app.Text("README.md"));
        var solution = XDocument.Parse(app.Text(ProjectName + ".slnx"));
        Assert.Equal(
            [$"src/{ProjectName}/{ProjectName}.csproj", $"tests/{ProjectName}.Tests/{ProjectName}.Tests.csproj"],
            solution.Descendants("Project").Select(project => project.Attribute("Path")!.Value));
        var tests = XDocument.Parse(app.Text($"tests/{ProjectName}.Tests/{ProjectName}.Tests.csproj"));
        Assert.Contains($"../../src/{ProjectName}/{ProjectName}.csproj", tests.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value));
        Assert.Contains(ProjectName, app.Files.Keys.Where(path => path.EndsWith(".json", StringComparison.Ordinal)).SelectMany(path => Strings(app.Text(path))));
        Soundness.Check(template, ProjectName, new RecipeSet(RecipeSet.Names), app);
    }

    [Theory]
    [EachTemplate]
    public async Task Paths_and_addresses_come_out_as_they_went_in(string template)
    {
        const string path = "/me~/a_b.c-d";
        const string uri = "https://a.example.com/base;https://b-1.example.com:8443";

        var app = await engine.GenerateAsync(
            template, "Acme.Api", ("apiBasePath", path), ("websiteBasePath", path + "/w"), ("core", "self-hosted"), ("connectionUri", uri), ("includeTests", "true"));

        var settings = app.Files.Keys.Where(file => file.EndsWith(".json", StringComparison.Ordinal)).SelectMany(file => Strings(app.Text(file))).ToList();
        Assert.Contains(path, settings);
        Assert.Contains(path + "/w", settings);
        Assert.Contains(uri, settings);
        Assert.Contains($"\"{path}\"", app.Text("tests/Acme.Api.Tests/Frontend.cs"), StringComparison.Ordinal);
        Assert.Contains($"`{uri}`", app.Text("README.md"), StringComparison.Ordinal);
        Assert.All(
            app.Files.Keys.Where(file => file.EndsWith(".http", StringComparison.Ordinal)),
            file => Assert.Contains($"\nPOST {{{{host}}}}{path}/signup\n", app.Text(file), StringComparison.Ordinal));
    }

    /// <summary>The strings of a JSON file, in their order.</summary>
    private static IEnumerable<string> Strings(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Strings(document.RootElement)];
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"\\([^A-Za-z0-9\s])")]
    private static partial Regex UnescapePattern();
}
