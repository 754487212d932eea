using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>What a person who has set another language reads of <c>dotnet new</c>.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class LanguageTests(PackedTemplates templates)
{
    private string Hive => Path.Combine(templates.Scratch, "languages");

    [Theory]
    [EachTemplate]
    public async Task Help_is_german_where_german_is_set(string template)
    {
        var help = await NewAsync("de", template, "--help");

        var words = string.Join(' ', help.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, help.ExitCode);
        Assert.All(
            LocalizationTests.Read(template)["de"].Where(text => text.Key.EndsWith("description", StringComparison.Ordinal) && !text.Key.StartsWith("postActions", StringComparison.Ordinal)),
            text => Assert.Contains(text.Value, words, StringComparison.Ordinal));
        Assert.All(help.Output.Split('\n').Where(line => line.StartsWith(' ')), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ja")]
    [InlineData("zh-Hans")]
    public async Task The_next_step_is_told_in_the_language_that_is_set(string language)
    {
        var created = await NewAsync(language, TemplateNames.WebApi, "-n", $"Language.{language}", "--skipRestore");

        Assert.Equal(0, created.ExitCode);
        Assert.Contains(LocalizationTests.Read(TemplateNames.WebApi)[language]["postActions/next/manualInstructions/default/text"], created.Output, StringComparison.Ordinal);
    }

    private async Task<ShellResult> NewAsync(string language, string template, params string[] options)
    {
        if (!Directory.Exists(Hive))
        {
            await DotnetAsync(language, "new", "install", templates.Pack, "--debug:custom-hive", Hive);
        }

        return await DotnetAsync(language, ["new", TemplateNames.ShortName(template), .. options, "--debug:custom-hive", Hive]);
    }

    private async Task<ShellResult> DotnetAsync(string language, params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        return await Shell.DotnetAsync(templates.Scratch, arguments, new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = language }, timeout.Token);
    }
}
