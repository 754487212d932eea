using System.Text.Json;
using System.Text.RegularExpressions;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary><c>dotnet new &lt;template&gt; --help</c> reads well in a terminal of 80 columns, and the end of <c>dotnet new</c> says what is next.</summary>
public sealed partial class HelpTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private const int Columns = 80;

    [Theory]
    [EachTemplate]
    public void The_description_fits_a_line(string template)
        => Assert.All(LocalizationTests.Read(template), language =>
            Assert.True("Beschreibung: ".Length + Width(language.Value["description"]) <= Columns, $"{language.Key}: {language.Value["description"]}"));

    [Theory]
    [EachTemplate]
    public void The_description_of_a_choice_fits_beside_it(string template)
    {
        var options = TemplateFiles.Options(template);
        var second = Columns - "  ".Length - options.Max(option => FirstColumn(option).Length) - "  ".Length;

        foreach (var option in options.Where(option => TemplateFiles.Choices(option).Any()))
        {
            var choices = TemplateFiles.Choices(option).Select(choice => TemplateFiles.Text(choice, "choice")).ToList();
            var third = second - "  ".Length - choices.Max(choice => choice.Length) - "  ".Length;
            Assert.All(LocalizationTests.Read(template), language => Assert.All(choices, choice =>
            {
                var description = language.Value[$"symbols/{option.Name}/choices/{choice}/description"];
                Assert.True(Width(description) <= third, $"{language.Key}: '{description}' is wider than {third}.");
            }));
        }
    }

    [Theory]
    [EachTemplate]
    public void The_options_stand_in_the_order_of_the_readme(string template)
    {
        var readme = File.ReadAllText(Path.Combine(TestPaths.Root, "README.md"));
        var rows = OptionRowPattern().Matches(readme).Select(match => match.Groups[1].Value).ToList();

        // Controllers need reflection, so the minimal API has this one alone.
        Assert.Equal(TemplateFiles.Options(template).Select(option => OptionNames.Of(option.Name)), rows.Where(row => row != "aot" || template == TemplateNames.MinimalApi));
    }

    [Theory]
    [InlineData("webapi", "", "'dotnet run'")]
    [InlineData("minimalapi", "", "'dotnet run'")]
    [InlineData("mvc", "", "'dotnet run'", "open the address")]
    [InlineData("functions", "", "'func start'")]
    [InlineData("webapi", "core=docker", "'docker compose up -d --wait'", "'dotnet run'")]
    [InlineData("minimalapi", "core=docker", "'docker compose up -d --wait'", "'dotnet run'")]
    [InlineData("mvc", "core=docker", "'docker compose up -d --wait'", "'dotnet run'", "open the address")]
    [InlineData("functions", "core=docker", "'docker compose up -d --wait'", "'func start'")]
    [InlineData("webapi", "core=self-hosted", "SuperTokens:ApiKey", "'dotnet run'")]
    [InlineData("minimalapi", "core=managed connectionUri=https://core.example.com", "SuperTokens:ApiKey", "'dotnet run'")]
    [InlineData("mvc", "core=self-hosted", "SuperTokens:ApiKey", "'dotnet run'", "open the address")]
    [InlineData("functions", "core=managed connectionUri=https://core.example.com", "SuperTokens:ApiKey", "'func start'")]
    [InlineData("webapi", "includeTests=true", "'dotnet test'")]
    [InlineData("minimalapi", "includeTests=true core=docker", "'dotnet test'")]
    [InlineData("mvc", "includeTests=true core=self-hosted", "'dotnet test'")]
    [InlineData("functions", "includeTests=true", "'dotnet test'")]
    public async Task What_to_type_next_is_said_once_and_in_order(string template, string options, params string[] steps)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", GenerationTests.Parse(options));

        var next = Assert.Single(app.PostActions, action => action.Description == "What to type next").ManualInstructions!;
        Assert.Equal(steps, steps.OrderBy(step => next.IndexOf(step, StringComparison.Ordinal)));
        Assert.All(steps, step => Assert.Contains(step, next, StringComparison.Ordinal));
        Assert.Equal(steps.Count(step => step.StartsWith('\'') || step.StartsWith("SuperTokens", StringComparison.Ordinal)), QuotedPattern().Count(next));
    }

    [Theory]
    [EachTemplate]
    public async Task Restoring_is_left_out_where_it_is_not_wanted(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("skipRestore", "true"));

        Assert.Equal(["What to type next"], app.PostActions.Select(action => action.Description));
    }

    /// <summary>The columns that a text takes: two for a Japanese or Chinese character.</summary>
    private static int Width(string text) => text.Sum(character => character >= '\u2E80' ? 2 : 1);

    /// <summary>An option as help names it: <c>-f, --framework &lt;net10.0&gt;</c>.</summary>
    private static string FirstColumn(JsonProperty option)
    {
        var name = $"--{OptionNames.Of(option.Name)}";
        var choices = TemplateFiles.Choices(option).Select(choice => TemplateFiles.Text(choice, "choice")).ToList();
        return (TemplateFiles.Text(option.Value, "datatype"), choices.Count) switch
        {
            ("bool", _) => name,
            ("choice", 1) => $"-f, {name} <{choices[0]}>",
            ("choice", _) => $"{name} <choice>",
            _ => $"{name} <{OptionNames.Of(option.Name)}>",
        };
    }

    [GeneratedRegex("^\\| `--([\\w-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex OptionRowPattern();

    [GeneratedRegex("'[^']+'")]
    private static partial Regex QuotedPattern();
}
