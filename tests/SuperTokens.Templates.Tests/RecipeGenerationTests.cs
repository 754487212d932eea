using System.Text.Json;
using SuperTokens.Templates.Tests.Engine;
using SuperTokens.Templates.Tests.Pairs;

namespace SuperTokens.Templates.Tests;

/// <summary>What <c>--recipes</c> changes.</summary>
public sealed class RecipeGenerationTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private static readonly Dictionary<string, string> s_controllers = new()
    {
        ["emailverification"] = "VerifiedController.cs",
        ["accountlinking"] = "AccountController.cs",
        ["userroles"] = "MembersController.cs",
        ["usermetadata"] = "ProfileController.cs",
        ["multitenancy"] = "TenantsController.cs",
    };

    /// <summary>Each recipe alone, and all; the pairs are among those of all options.</summary>
    public static TheoryData<string> Sets() => new(RecipeSet.All.Where(set => set.Chosen.Count != 2).Select(set => set.ToString()));

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Each_recipe_that_is_chosen_is_added_and_no_other(string chosen)
    {
        var set = new RecipeSet(chosen.Split(' '));

        var app = await GenerateAsync(chosen.Replace(' ', '|'));

        Soundness.Check(TemplateNames.WebApi, "Acme.Api", set, app);
        Assert.Equal(
            set.Added.Where(s_controllers.ContainsKey).Select(recipe => s_controllers[recipe]).Append("SessionController.cs").Order(),
            Names(app, "src/Acme.Api/Controllers/").Order());
        Assert.Equal(
            set.Added.Order(StringComparer.Ordinal),
            Names(app, "tests/Acme.Api.Tests/").Select(name => name.Replace("Tests.cs", string.Empty, StringComparison.Ordinal).ToLowerInvariant())
                .Intersect(RecipeSet.Names).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("userroles|userroles|emailpassword", "emailpassword userroles")]
    [InlineData("", "")]
    public async Task A_recipe_twice_is_the_recipe_and_none_is_the_default(string given, string expected)
    {
        var app = await GenerateAsync(given);
        var same = await GenerateAsync(expected.Length == 0 ? null : expected.Replace(' ', '|'));

        Assert.Equal(same.Files.Keys.Order(), app.Files.Keys.Order());
        Assert.Equal(same.Text("src/Acme.Api/Program.cs"), app.Text("src/Acme.Api/Program.cs"));
    }

    [Fact]
    public async Task No_file_of_an_app_with_all_recipes_has_a_place_for_a_secret()
    {
        var app = await GenerateAsync(string.Join('|', RecipeSet.Names));

        Assert.All(app.Files.Keys.Where(path => path.Contains("appsettings", StringComparison.Ordinal)), path =>
            Assert.DoesNotContain("Secret", app.Text(path), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [EachTemplate]
    public void What_needs_a_licence_on_a_self_hosted_core_says_so_where_it_is_chosen_and_in_the_app(string template)
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json")));
        var readme = File.ReadAllText(Path.Combine(TemplateNames.Folder(template), "README.md"));

        Assert.EndsWith(
            "On a self-hosted core, multitenancy and accountlinking need a licence.",
            definition.RootElement.GetProperty("symbols").GetProperty("recipes").GetProperty("description").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(2, readme.Split("A self-hosted core needs a licence").Length - 1);
    }

    private Task<GeneratedApp> GenerateAsync(string? recipes)
        => engine.GenerateAsync(TemplateNames.WebApi, "Acme.Api", recipes is null ? [("includeTests", "true")] : [("recipes", recipes), ("includeTests", "true")]);

    private static IEnumerable<string> Names(GeneratedApp app, string folder)
        => app.Files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Select(path => path[folder.Length..]);
}
