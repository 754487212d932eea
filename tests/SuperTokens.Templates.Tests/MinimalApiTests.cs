using System.Text.RegularExpressions;
using System.Xml.Linq;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What the minimal API has in place of controllers and reflection.</summary>
public sealed class MinimalApiTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private static readonly Dictionary<string, string> s_endpoints = new()
    {
        ["emailverification"] = "Verified",
        ["accountlinking"] = "Account",
        ["userroles"] = "Members",
        ["usermetadata"] = "Profile",
        ["multitenancy"] = "Tenants",
    };

    public static TheoryData<string> Sets() => new(RecipeSet.All.Select(set => set.ToString()));

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Each_recipe_that_is_chosen_brings_its_endpoints_and_what_they_answer(string chosen)
    {
        var set = new RecipeSet(chosen.Split(' '));
        var expected = set.Added.Where(s_endpoints.ContainsKey).Select(recipe => s_endpoints[recipe]).Prepend("Session").ToList();

        var app = await GenerateAsync(TemplateNames.MinimalApi, set);

        Assert.Equal(expected.Select(name => $"Endpoints/{name}Endpoints.cs").Append("Endpoints/AppJson.cs").Order(), app.Files.Keys.Where(path => path.StartsWith("Endpoints/", StringComparison.Ordinal)).Order());
        Assert.EndsWith(
            string.Concat(expected.Select(name => $"app.Map{name}Endpoints();\n")) + "app.Run();\n",
            app.Text("Program.cs"),
            StringComparison.Ordinal);
        var records = Find(app, "Endpoints/", @"public sealed record (\w+)\(");
        var listed = Find(app, "Endpoints/AppJson.cs", @"\[JsonSerializable\(typeof\((\w+)\)\)\]");
        Assert.Empty(listed.Except(records));

        // What only occurs within another record comes with it.
        Assert.All(records.Except(listed), record => Assert.Contains(Find(app, "Endpoints/", @"public sealed record \w+\((.*)\);"), parameters => parameters.Contains($"<{record}>", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_endpoints_have_the_methods_and_paths_of_the_web_api()
    {
        var all = new RecipeSet(RecipeSet.Names);

        var webApi = Find(await GenerateAsync(TemplateNames.WebApi, all), "Controllers/", @"\[Http((?:Get|Post|Put|Delete)\(""[^""]+"")\)\]");
        var minimalApi = Find(await GenerateAsync(TemplateNames.MinimalApi, all), "Endpoints/", @"\.Map((?:Get|Post|Put|Delete)\(""[^""]+"")");

        Assert.Equal(webApi.Order(), minimalApi.Order());
    }

    [Fact]
    public async Task Every_build_of_it_proves_that_it_needs_no_reflection()
    {
        var project = XElement.Parse((await GenerateAsync(TemplateNames.MinimalApi, new RecipeSet(RecipeSet.Names))).Text("Acme.Api.csproj"));
        var properties = project.Elements("PropertyGroup").Elements().ToDictionary(property => property.Name.LocalName, property => property.Value);

        // The analyzers of trimming and AOT, whose warnings are errors where all are.
        Assert.Equal("true", properties["IsAotCompatible"]);
        Assert.Equal("true", properties["EnableRequestDelegateGenerator"]);
        Assert.Equal("false", properties["JsonSerializerIsReflectionEnabledByDefault"]);
        Assert.DoesNotContain("NoWarn", properties.Keys);
    }

    private Task<GeneratedApp> GenerateAsync(string template, RecipeSet set)
        => engine.GenerateAsync(template, "Acme.Api", ("recipes", string.Join('|', set.Chosen)));

    private static List<string> Find(GeneratedApp app, string start, string pattern)
        => [.. app.Files.Keys.Where(path => path.StartsWith(start, StringComparison.Ordinal)).SelectMany(path => Regex.Matches(app.Text(path), pattern)).Select(match => match.Groups[1].Value)];
}
