using System.Buffers.Binary;
using System.Globalization;
using Microsoft.TemplateEngine.Abstractions;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What Visual Studio and Rider show and do, and how it differs from the command line.</summary>
public sealed class IdeTests(EngineHosts hosts) : IClassFixture<EngineHosts>
{
    private static readonly Guid OpenInEditor = new("84c0da21-51c8-4541-9940-6ca19af04ee6");
    private static readonly Guid SetStartupProject = new("5beccc32-4d5a-4476-a0f9-bd2e81af0689");
    private static readonly Guid ShowInstructions = new("ac1156f7-bb77-4db8-b28f-24eebcca1e5c");

    /// <summary>What Visual Studio's "project type" filter knows.</summary>
    private static readonly string[] ProjectTypes = ["Web", "Web API", "API", "Service", "MVC", "Cloud"];

    [Theory]
    [EachTemplate]
    public void Each_option_is_listed_in_one_order_everywhere(string template)
    {
        var options = TemplateFiles.Options(template).Select(option => option.Name).ToList();

        Assert.Equal(options, TemplateFiles.Read(template, "ide.host.json").GetProperty("symbolInfo").EnumerateArray().Select(symbol => TemplateFiles.Text(symbol, "id")));
        Assert.Equal(options, TemplateFiles.Read(template, "dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject().Select(symbol => symbol.Name));
    }

    [Theory]
    [EachTemplate(EngineHosts.CommandLine, "dotnetcli.host.json")]
    [EachTemplate(EngineHosts.VisualStudio, "ide.host.json")]
    [EachTemplate(EngineHosts.Rider, "ide.host.json")]
    public void Each_host_finds_what_is_meant_for_it(string template, string host, string file)
    {
        var found = hosts[host].Find(template);

        Assert.Equal($"/{template}-supertokens/.template.config/{file}", found.HostConfigPlace);
        Assert.Equal(TemplateFiles.Options(template).Select(option => option.Name), Options(found));
    }

    [Theory]
    [EachTemplate]
    public void An_ide_shows_each_option_but_those_it_handles_itself(string template)
    {
        var ide = TemplateFiles.Read(template, "ide.host.json");

        Assert.Equal(
            ["NoHttps", "skipRestore"],
            ide.GetProperty("symbolInfo").EnumerateArray().Where(symbol => !symbol.GetProperty("isVisible").GetBoolean()).Select(symbol => TemplateFiles.Text(symbol, "id")));
        Assert.Equal("NoHttps", TemplateFiles.Text(ide, "disableHttpsSymbol"));
        Assert.Equal("bool", TemplateFiles.Text(TemplateFiles.Options(template).Single(option => option.Name == "NoHttps").Value, "datatype"));
    }

    [Theory]
    [EachTemplate]
    public void An_ide_finds_the_template_among_its_project_types(string template)
    {
        var definition = TemplateFiles.Read(template, "template.json");

        Assert.Contains(definition.GetProperty("classifications").EnumerateArray().Select(c => c.GetString()!), ProjectTypes.Contains);
        Assert.Equal("C#", TemplateFiles.Text(definition.GetProperty("tags"), "language"));
        Assert.Equal("project", TemplateFiles.Text(definition.GetProperty("tags"), "type"));
        Assert.StartsWith("SuperTokens", TemplateFiles.Text(definition, "defaultName"), StringComparison.Ordinal);
        Assert.True(definition.GetProperty("preferNameDirectory").GetBoolean());
    }

    [Fact]
    public void The_templates_stand_together_in_one_order_each_with_an_icon_of_its_own()
    {
        var orders = TemplateNames.All.Select(template => TemplateFiles.Read(template, "ide.host.json").GetProperty("order").GetInt32()).ToList();
        var icons = TemplateNames.All.Select(Icon).ToList();

        Assert.Equal(orders.Order().Distinct(), orders);
        Assert.Equal(icons.Count, icons.Select(Convert.ToBase64String).Distinct().Count());
        Assert.All(icons, icon =>
        {
            Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(icon, 1, 3));
            Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
            Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
        });
    }

    [Theory]
    [EachTemplate(EngineHosts.CommandLine, "", "Acme.Api.csproj")]
    [EachTemplate(EngineHosts.CommandLine, "includeTests=true", "Acme.Api.slnx")]
    [EachTemplate(EngineHosts.VisualStudio, "", "Acme.Api.csproj", "README.md")]
    [EachTemplate(EngineHosts.VisualStudio, "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "README.md", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    [EachTemplate(EngineHosts.Rider, "", "Acme.Api.csproj", "README.md")]
    [EachTemplate(EngineHosts.Rider, "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "README.md", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    public async Task Each_host_gets_what_it_opens_and_only_the_command_line_a_solution(string template, string host, string options, params string[] outputs)
    {
        var app = await GenerateAsync(template, host, options);

        Assert.Equal(outputs, app.PrimaryOutputs);
        Assert.All(outputs, output => Assert.Contains(output, app.Files.Keys));
        Assert.Equal(host == EngineHosts.CommandLine && options.Length > 0, app.Files.ContainsKey("Acme.Api.slnx"));
    }

    [Theory]
    [EachTemplate(EngineHosts.VisualStudio, "")]
    [EachTemplate(EngineHosts.VisualStudio, "includeTests=true")]
    [EachTemplate(EngineHosts.Rider, "")]
    [EachTemplate(EngineHosts.Rider, "includeTests=true")]
    public async Task An_ide_opens_the_readme_that_says_what_is_next(string template, string host, string options)
    {
        var app = await GenerateAsync(template, host, options);

        var files = Assert.Single(app.PostActions, action => action.ActionId == OpenInEditor).Args["files"].Split(';');
        Assert.Equal(["README.md"], files.Select(index => Path.GetFileName(app.PrimaryOutputs[int.Parse(index, CultureInfo.InvariantCulture)])));
        Assert.DoesNotContain(app.PostActions, action => action.ActionId == ShowInstructions);
    }

    [Theory]
    [EachTemplate(EngineHosts.VisualStudio, "includeTests=true", true)]
    [EachTemplate(EngineHosts.VisualStudio, "", false)]
    [EachTemplate(EngineHosts.Rider, "includeTests=true", false)]
    [EachTemplate(EngineHosts.CommandLine, "includeTests=true", false)]
    public async Task Visual_studio_starts_the_app_rather_than_its_tests(string template, string host, string options, bool says)
    {
        var app = await GenerateAsync(template, host, options);

        Assert.Equal(says ? ["src/Acme.Api/Acme.Api.csproj"] : [], app.PostActions.Where(action => action.ActionId == SetStartupProject)
            .Select(action => app.PrimaryOutputs[int.Parse(action.Args["projects"], CultureInfo.InvariantCulture)]));
    }

    /// <summary>What people choose a value for: the engine itself adds the name, the language and the type.</summary>
    private static IEnumerable<string> Options(ITemplateInfo template)
        => template.ParameterDefinitions.Where(option => option.Precedence.PrecedenceDefinition != PrecedenceDefinition.Implicit).Select(option => option.Name);

    private static byte[] Icon(string template)
        => File.ReadAllBytes(Path.Combine(TemplateFiles.Folder(template), TemplateFiles.Text(TemplateFiles.Read(template, "ide.host.json"), "icon")));

    private Task<GeneratedApp> GenerateAsync(string template, string host, string options)
        => hosts[host].GenerateAsync(template, "Acme.Api", GenerationTests.Parse(options));
}
