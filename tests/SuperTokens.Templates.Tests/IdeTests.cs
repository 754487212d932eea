using System.Buffers.Binary;
using System.Globalization;
using Microsoft.TemplateEngine.Abstractions;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What Visual Studio and Rider show and do, and how it differs from the command line.</summary>
public sealed class IdeTests(EngineHosts hosts) : IClassFixture<EngineHosts>
{
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
    [EachTemplate(EngineHosts.CommandLine, "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    [EachTemplate(EngineHosts.VisualStudio, "", "Acme.Api.csproj")]
    [EachTemplate(EngineHosts.VisualStudio, "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    [EachTemplate(EngineHosts.Rider, "", "Acme.Api.csproj")]
    [EachTemplate(EngineHosts.Rider, "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    public async Task Each_host_gets_the_app_first_and_its_tests_after_it_and_only_the_command_line_a_solution(string template, string host, string options, params string[] outputs)
    {
        var app = await GenerateAsync(template, host, options);

        Assert.Equal(outputs, app.PrimaryOutputs);
        Assert.All(outputs, output => Assert.Contains(output, app.Files.Keys));
        Assert.Equal(host == EngineHosts.CommandLine && options.Length > 0, app.Files.ContainsKey("Acme.Api.slnx"));
    }

    [Theory]
    [EachTemplate(EngineHosts.VisualStudio)]
    [EachTemplate(EngineHosts.Rider)]
    public async Task An_ide_is_not_told_what_to_type(string template, string host)
        => Assert.DoesNotContain((await GenerateAsync(template, host, "includeTests=true")).PostActions, action => action.ActionId == ShowInstructions);

    /// <summary>What people choose a value for: the engine itself adds the name, the language and the type.</summary>
    private static IEnumerable<string> Options(ITemplateInfo template)
        => template.ParameterDefinitions.Where(option => option.Precedence.PrecedenceDefinition != PrecedenceDefinition.Implicit).Select(option => option.Name);

    private static byte[] Icon(string template)
        => File.ReadAllBytes(Path.Combine(TemplateFiles.Folder(template), TemplateFiles.Text(TemplateFiles.Read(template, "ide.host.json"), "icon")));

    private Task<GeneratedApp> GenerateAsync(string template, string host, string options)
        => hosts[host].GenerateAsync(template, "Acme.Api", GenerationTests.Parse(options));
}
