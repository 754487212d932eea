using System.Buffers.Binary;
using Microsoft.TemplateEngine.Abstractions;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What Visual Studio and Rider show and do, and how it differs from the command line.</summary>
public sealed class IdeTests
{
    private const string OpenInEditor = "84c0da21-51c8-4541-9940-6ca19af04ee6";
    private const string SetStartupProject = "5becccc32-4d5a-4476-a0f9-bd2e81af0689";
    private const string ShowInstructions = "ac1156f7-bb77-4db8-b28f-24eebcca1e5c";

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
    [EachTemplate("dotnetcli", "", "Acme.Api.csproj")]
    [EachTemplate("dotnetcli", "includeTests=true", "Acme.Api.slnx")]
    [EachTemplate("vs", "", "Acme.Api.csproj", "Program.cs", "README.md")]
    [EachTemplate("vs", "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "src/Acme.Api/Program.cs", "README.md", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    [EachTemplate("rider", "", "Acme.Api.csproj", "Program.cs", "README.md")]
    [EachTemplate("rider", "includeTests=true", "src/Acme.Api/Acme.Api.csproj", "src/Acme.Api/Program.cs", "README.md", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj")]
    public async Task Each_host_gets_what_it_opens_and_only_the_command_line_a_solution(string template, string host, string options, params string[] outputs)
    {
        var app = await GenerateAsync(template, host, options);

        Assert.Equal(outputs, app.PrimaryOutputs);
        Assert.All(outputs, output => Assert.Contains(output, app.Files.Keys));
        Assert.Equal(outputs.Contains("Acme.Api.slnx"), app.Files.ContainsKey("Acme.Api.slnx"));
    }
}
