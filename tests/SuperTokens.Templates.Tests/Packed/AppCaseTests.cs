using System.Text.Json;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>The cases leave out nothing that a template offers: a new value of an option needs a case.</summary>
public sealed class AppCaseTests
{
    [Theory]
    [EachTemplate]
    public void Every_value_of_every_option_has_a_case(string template)
    {
        var cases = AppCases.All.Where(app => app.Template == template).ToList();

        var missing = Parameters(template).SelectMany(symbol =>
        {
            var option = OptionNames.Of(symbol.Name);
            var given = cases.SelectMany(app => app.Values(option)).ToHashSet();
            return symbol.Value.GetProperty("datatype").GetString() switch
            {
                "choice" => symbol.Value.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("choice").GetString()!).Where(value => !given.Contains(value)),
                "bool" => given.Contains("true") ? [] : ["true"],
                _ => given.Count > 0 ? [] : ["a text"],
            };
        }, (symbol, value) => $"--{OptionNames.Of(symbol.Name)} {value}");
        var alwaysGiven = Parameters(template).Select(symbol => OptionNames.Of(symbol.Name)).Where(option => cases.All(app => app.Values(option) is not ([] or ["false"])));

        Assert.Empty(missing);
        Assert.Empty(alwaysGiven);
    }

    [Theory]
    [EachTemplate]
    public void Every_option_of_a_case_exists(string template)
    {
        var options = Parameters(template).Select(symbol => "--" + OptionNames.Of(symbol.Name)).ToHashSet();

        Assert.All(
            AppCases.All.Where(app => app.Template == template).SelectMany(app => app.Options).Where(text => text.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Contains(option, options));
    }

    [Theory]
    [EachTemplate]
    public void Each_recipe_alone_and_all_of_them_have_a_case_and_so_have_one_address_and_several(string template)
    {
        var cases = AppCases.All.Where(app => app.Template == template).ToList();

        Assert.All(RecipeSet.Names, recipe => Assert.Contains(cases, app => app.Recipes.Chosen.SequenceEqual([recipe])));
        Assert.Contains(cases, app => app.IncludesTests && app.Recipes.Chosen.SequenceEqual(RecipeSet.Names));
        Assert.Contains(cases, app => app.Values("connectionUri") is [var uri] && uri.Contains(';', StringComparison.Ordinal));
        Assert.Contains(cases, app => app.Values("connectionUri") is [var uri] && !uri.Contains(';', StringComparison.Ordinal));
    }

    private static List<JsonProperty> Parameters(string template)
        => [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json"))).RootElement
            .GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter")];
}
