using System.Text.Json;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>What a person sees of <c>dotnet new</c> with the templates.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class CommandLineTests(PackedTemplates templates)
{
    [Theory]
    [EachTemplate]
    public async Task Help_explains_every_option_and_every_choice_within_80_columns(string template)
    {
        var help = await templates.NewAsync(template, "--help");

        Assert.Equal(0, help.ExitCode);
        using var definition = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json")));
        var words = string.Join(' ', help.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var symbol in definition.RootElement.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter"))
        {
            Assert.Contains($"--{OptionNames.Of(symbol.Name)} ", help.Output, StringComparison.Ordinal);
            Assert.Contains(symbol.Value.GetProperty("description").GetString()!, words, StringComparison.Ordinal);
            var choices = symbol.Value.TryGetProperty("choices", out var array) ? array.EnumerateArray() : default;
            Assert.All(choices, choice => Assert.Matches($@"\n +{choice.GetProperty("choice").GetString()} ", help.Output));
        }

        Assert.All(help.Output.Split('\n').Where(line => line.StartsWith(' ')), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Theory]
    [EachTemplate(100, "apiDomain unlike https://example.com", "--apiDomain", "example.com")]
    [EachTemplate(100, "apiBasePath unlike /auth", "--apiBasePath", "auth")]
    [EachTemplate(100, "connectionUri unlike https://example.com", "--core", "self-hosted", "--connectionUri", "core")]
    [EachTemplate(100, "appId need --core self-hosted", "--appId", "shop")]
    [EachTemplate(102, "'--connectionUri'", "--core", "managed")]
    [EachTemplate(127, "'dokcer'|embedded|docker|self-hosted|managed", "--core", "dokcer")]
    [EachTemplate(127, "userrole'|emailpassword|passwordless|thirdparty|emailverification|accountlinking|userroles|usermetadata|multitenancy", "--recipes", "emailpassword", "userrole")]
    [EachTemplate(127, "'--recipe'", "--recipe", "emailpassword")]
    public async Task What_cannot_work_is_refused_with_the_reason_and_what_can_and_no_file_is_written(string template, int exitCode, string reasons, params string[] options)
    {
        var refused = await templates.NewAsync(template, ["-n", "Refused.App", .. options]);

        Assert.Equal(exitCode, refused.ExitCode);
        Assert.All(reasons.Split('|'), reason => Assert.Contains(reason, refused.Output, StringComparison.Ordinal));
        HasNoFile("Refused.App");
    }

    [Theory]
    [EachTemplate("class")]
    [EachTemplate("a..b")]
    public async Task A_name_that_cannot_compile_is_refused_with_one_that_can_and_no_file_is_written(string template, string name)
    {
        var refused = await templates.NewAsync(template, "-n", name);

        Assert.Equal(100, refused.ExitCode);
        Assert.Contains("unlike Acme.Api", refused.Output, StringComparison.Ordinal);
        HasNoFile(name);
    }

    [Fact]
    public async Task Recipes_may_be_named_together_or_one_by_one_and_twice()
    {
        var together = await templates.NewAsync(TemplateNames.WebApi, "-n", "Together.Api", "--skipRestore", "--recipes", "userroles", "usermetadata");
        var oneByOne = await templates.NewAsync(TemplateNames.WebApi, "-n", "OneByOne.Api", "--skipRestore", "--recipes", "usermetadata", "--recipes=userroles", "--recipes", "userroles");

        Assert.True(together.ExitCode == 0 && oneByOne.ExitCode == 0, together.Output + oneByOne.Output);
        Assert.Equal(Program("Together.Api"), Program("OneByOne.Api"));
    }

    private void HasNoFile(string name)
    {
        var folder = Path.Combine(templates.Apps, name);
        Assert.True(!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any());
    }

    private string Program(string name) => File.ReadAllText(Path.Combine(templates.Apps, name, "Program.cs"));
}
