using System.Text.Json;
using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Settings;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

public sealed class TemplateDefinitionTests
{
    [Theory]
    [InlineData("dotnetcli")]
    [InlineData("vs")]
    [InlineData("rider")]
    public async Task The_engine_finds_nothing_to_say_about_the_templates(string host)
    {
        using var settings = TemplateEngine.Create(host);
        var result = await new Scanner(settings).ScanAsync(TestPaths.Templates, logValidationResults: false, returnInvalidTemplates: true, CancellationToken.None);

        Assert.Equal(TemplateNames.All.Select(TemplateNames.ShortName).Order(), result.Templates.SelectMany(template => template.ShortNameList).Order());
        Assert.All(result.Templates, template =>
        {
            Assert.True(template.IsValid);
            Assert.Empty(template.ValidationErrors.Select(e => $"{e.Severity} {e.Code} {e.ErrorMessage}"));
            Assert.All(template.Localizations.Values, localization => Assert.Empty(localization.ValidationErrors));
        });
    }

    [Theory]
    [EachTemplate]
    public void Every_option_is_described_and_named_for_the_command_line(string template)
    {
        var definition = Read(template, "template.json");
        var commandLine = Read(template, "dotnetcli.host.json").GetProperty("symbolInfo");
        foreach (var symbol in Parameters(definition))
        {
            Assert.EndsWith(".", symbol.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.True(symbol.Value.TryGetProperty("displayName", out _), symbol.Name);
            Assert.Equal(OptionNames.Of(symbol.Name), commandLine.GetProperty(symbol.Name).GetProperty("longName").GetString());
        }

        Assert.Equal(Parameters(definition).Select(p => p.Name).Order(), commandLine.EnumerateObject().Select(p => p.Name).Order());
    }

    [Theory]
    [EachTemplate]
    public void Every_option_an_ide_shows_exists(string template)
    {
        var names = Parameters(Read(template, "template.json")).Select(p => p.Name).ToHashSet();
        var ide = Read(template, "ide.host.json");

        Assert.All(ide.GetProperty("symbolInfo").EnumerateArray(), symbol => Assert.Contains(symbol.GetProperty("id").GetString()!, names));
        Assert.True(File.Exists(Path.Combine(TemplateNames.Folder(template), ".template.config", ide.GetProperty("icon").GetString()!)));
    }

    [Theory]
    [EachTemplate]
    public void Every_token_that_is_replaced_occurs_in_a_file(string template)
    {
        var sources = Directory.EnumerateFiles(TemplateNames.Folder(template), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains(".template.config", StringComparison.Ordinal) && !path.EndsWith(".png", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        foreach (var symbol in Read(template, "template.json").GetProperty("symbols").EnumerateObject())
        {
            if (symbol.Value.TryGetProperty("replaces", out var token))
            {
                Assert.Contains(sources, text => text.Contains(token.GetString()!, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [EachTemplate]
    public void The_readme_lists_every_option(string template)
    {
        var readme = File.ReadAllText(Path.Combine(TestPaths.Root, "README.md"));

        Assert.All(Parameters(Read(template, "template.json")), option => Assert.Contains($"`--{OptionNames.Of(option.Name)}`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [EachTemplate("README.md")]
    [EachTemplate("docs/templates/package-readme.md")]
    public void Each_recipe_is_in_the_documents(string template, string document)
    {
        var text = File.ReadAllText(Path.Combine(TestPaths.Root, document));
        var choices = Read(template, "template.json").GetProperty("symbols").GetProperty("recipes").GetProperty("choices").EnumerateArray()
            .Select(choice => choice.GetProperty("choice").GetString()!).ToList();

        Assert.Equal(RecipeSet.Names.Order(), choices.Order());
        Assert.All(choices, choice => Assert.Contains($"`{choice}`", text, StringComparison.Ordinal));
    }

    [Theory]
    [EachTemplate]
    public void The_packages_of_a_generated_test_project_are_those_this_repository_tests_with(string template)
    {
        var central = Versions(Path.Combine(TestPaths.Root, "Directory.Packages.props"), "PackageVersion");
        var generated = Versions(
            Path.Combine(TemplateNames.Folder(template), "tests", "SuperTokensApp.1.Tests", "SuperTokensApp.1.Tests.csproj"), "PackageReference");

        Assert.All(generated.Where(package => !package.Key.StartsWith("SuperTokens.", StringComparison.Ordinal)), package =>
            Assert.Equal(central[package.Key], package.Value));
    }

    private static Dictionary<string, string> Versions(string file, string element)
        => XDocument.Load(file).Descendants(element).ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value);

    private static IEnumerable<JsonProperty> Parameters(JsonElement definition)
        => definition.GetProperty("symbols").EnumerateObject().Where(s => s.Value.GetProperty("type").GetString() == "parameter");

    private static JsonElement Read(string template, string file)
        => JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", file))).RootElement;
}
