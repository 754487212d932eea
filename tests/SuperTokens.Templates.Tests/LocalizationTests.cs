using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.TemplateEngine.Edge.Settings;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>
/// Each text that people read is there in each language. <c>templatestrings.en.json</c> holds the texts that were translated: when one
/// of <c>template.json</c> changes, it has to, and reminds of the translations.
/// </summary>
public sealed partial class LocalizationTests
{
    private const string English = "en";

    private static readonly string[] Languages = ["de", "es", "fr", "ja", "zh-Hans"];

    [Theory]
    [EachTemplate]
    public void Each_text_is_translated_and_nothing_else(string template)
    {
        var texts = Texts(TemplateFiles.Read(template, "template.json"));

        Assert.Equal(Languages.Append(English).Order(), Directory.EnumerateFiles(Path.Combine(TemplateFiles.Folder(template), "localize")).Select(LanguageOf).Order());
        Assert.All(Languages.Append(English), language =>
        {
            var translated = Read(template, language);
            Assert.Equal(texts.Keys.Order(), translated.Keys.Order());
            Assert.All(translated, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{language}: {text.Key}"));
        });
    }

    [Theory]
    [EachTemplate]
    public void The_texts_are_those_that_were_translated(string template)
        => Assert.Equal(Texts(TemplateFiles.Read(template, "template.json")), Read(template, English));

    [Theory]
    [EachTemplate]
    public void What_people_type_is_not_translated(string template)
        => Assert.All(Languages, language =>
        {
            var translated = Read(template, language);
            Assert.All(Read(template, English), text =>
                Assert.All(CodePattern().Matches(text.Value).Select(match => match.Value), code => Assert.Contains(code, translated[text.Key], StringComparison.Ordinal)));
        });

    [Fact]
    public void What_is_the_same_in_english_is_the_same_in_each_language()
        => Assert.All(Languages, language =>
        {
            var known = new Dictionary<(string Key, string English), string>();
            foreach (var template in TemplateNames.All)
            {
                var translated = Read(template, language);
                foreach (var (key, english) in Read(template, English))
                {
                    known.TryAdd((key, english), translated[key]);
                    Assert.Equal(known[(key, english)], translated[key]);
                }
            }
        });

    [Theory]
    [EachTemplate]
    public void A_translation_differs_from_the_english_text_unless_it_is_a_name(string template)
        => Assert.All(Languages, language =>
        {
            var translated = Read(template, language);
            Assert.All(
                Read(template, English).Where(text => text.Key.EndsWith("/description", StringComparison.Ordinal) || text.Key.EndsWith("/text", StringComparison.Ordinal)),
                text => Assert.NotEqual(text.Value, translated[text.Key]));
        });

    [Fact]
    public async Task The_engine_takes_each_translation()
    {
        using var settings = TemplateEngine.Create(EngineHosts.VisualStudio);

        var result = await new Scanner(settings).ScanAsync(TestPaths.Templates, logValidationResults: false, returnInvalidTemplates: true, CancellationToken.None);

        Assert.All(result.Templates, template =>
        {
            Assert.Equal(Languages.Append(English).Order(), template.Localizations.Keys.Order());
            Assert.All(template.Localizations.Values, localization => Assert.Empty(localization.ValidationErrors.Select(error => error.ErrorMessage)));
        });
    }

    [Theory]
    [InlineData("de-AT", "Das Zielframework.")]
    [InlineData("fr-CA", "Le framework cible.")]
    [InlineData("es-MX", "El marco de destino.")]
    [InlineData("ja-JP", "ターゲット フレームワークです。")]
    [InlineData("zh-CN", "目标框架。")]
    [InlineData("it-IT", "The target framework.")]
    public async Task People_read_their_own_language_where_there_is_one(string culture, string description)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        using var engine = new TemplateEngine(EngineHosts.VisualStudio);
        await engine.InitializeAsync();

        Assert.All(TemplateNames.All, template =>
            Assert.Equal(description, engine.Find(template).ParameterDefinitions.Single(option => option.Name == "Framework").Description));
    }

    [Theory]
    [EachTemplate]
    public async Task The_next_step_is_told_in_the_language_of_the_one_who_takes_it(string template)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de-DE");
        using var engine = new TemplateEngine();
        await engine.InitializeAsync();

        var app = await engine.GenerateAsync(template, "Acme.Api");

        Assert.Contains(app.PostActions, action => action.ManualInstructions == Read(template, "de")["postActions/next/manualInstructions/default/text"]);
    }

    /// <summary>The texts of a template in each language, by their key.</summary>
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Read(string template)
        => Languages.Append(English).ToDictionary(language => language, language => Read(template, language));

    private static Dictionary<string, string> Texts(JsonElement definition)
    {
        var texts = new Dictionary<string, string> { ["name"] = TemplateFiles.Text(definition, "name"), ["description"] = TemplateFiles.Text(definition, "description") };
        foreach (var option in definition.GetProperty("symbols").EnumerateObject().Where(symbol => TemplateFiles.Text(symbol.Value, "type") == "parameter"))
        {
            AddNames($"symbols/{option.Name}", option.Value);
            foreach (var choice in TemplateFiles.Choices(option))
            {
                AddNames($"symbols/{option.Name}/choices/{TemplateFiles.Text(choice, "choice")}", choice);
            }
        }

        foreach (var action in definition.GetProperty("postActions").EnumerateArray())
        {
            var id = $"postActions/{TemplateFiles.Text(action, "id")}";
            texts[$"{id}/description"] = TemplateFiles.Text(action, "description");
            foreach (var instruction in action.GetProperty("manualInstructions").EnumerateArray())
            {
                texts[$"{id}/manualInstructions/{TemplateFiles.Text(instruction, "id")}/text"] = TemplateFiles.Text(instruction, "text");
            }
        }

        return texts;

        void AddNames(string key, JsonElement named)
        {
            texts[$"{key}/displayName"] = TemplateFiles.Text(named, "displayName");
            texts[$"{key}/description"] = TemplateFiles.Text(named, "description");
        }
    }

    private static Dictionary<string, string> Read(string template, string language)
        => TemplateFiles.Read(template, $"localize/templatestrings.{language}.json").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);

    private static string LanguageOf(string path) => Path.GetFileName(path)["templatestrings.".Length..^".json".Length];

    /// <summary>Commands, addresses, files, values of options, and names.</summary>
    [GeneratedRegex(@"'[^' ][^']*'|https?://[\w.:]*\w|/appid-<id>|\b\w+\.(md|cs)\b|(?<!\w)--\w+|\b(emailpassword|multitenancy|accountlinking|docker|JSON|PostgreSQL|SuperTokens|Google|GitHub|ASP\.NET Core|\.NET 10)\b")]
    private static partial Regex CodePattern();
}
