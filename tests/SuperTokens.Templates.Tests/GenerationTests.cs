using System.Text.Json;
using System.Text.RegularExpressions;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What is generated for some values of the options.</summary>
public sealed partial class GenerationTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    [Theory]
    [EachTemplate("Acme.Api", "Acme.Api", false)]
    [EachTemplate("My App-1", "My_App_1", true)]
    [EachTemplate("1App", "_1App", true)]
    [EachTemplate("Straße", "Straße", false)]
    public async Task The_namespace_is_the_project_name_made_valid(string template, string name, string @namespace, bool saysSo)
    {
        var app = await engine.GenerateAsync(template, name);

        Assert.All(app.Files.Keys.Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && path != "Program.cs"), path =>
            Assert.Matches($@"(^|\n)namespace {@namespace}[.;]", app.Text(path)));
        Assert.Equal(saysSo, app.Text($"{name}.csproj").Contains($"<RootNamespace>{@namespace}</RootNamespace>", StringComparison.Ordinal));
    }

    [Theory]
    [EachTemplate]
    public async Task Without_options_the_app_has_an_embedded_core_and_knows_no_other(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api");

        Assert.Contains("superTokens.UseEmbeddedCore();", app.Text(template == TemplateNames.Functions ? "SignIn.cs" : "Program.cs"), StringComparison.Ordinal);
        Assert.Contains("Include=\"SuperTokens.EmbeddedCore\"", app.Text("Acme.Api.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain("ConnectionUri", app.Text("appsettings.json"), StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate("core=docker", "http://localhost:3567")]
    [EachTemplate("core=self-hosted", "http://localhost:3567")]
    [EachTemplate("core=self-hosted appId=shop", "http://localhost:3567/appid-shop")]
    [EachTemplate("core=self-hosted connectionUri=https://a.example.com/;https://b.example.com/base/ appId=shop", "https://a.example.com/appid-shop;https://b.example.com/base/appid-shop")]
    [EachTemplate("core=managed connectionUri=https://try.example.com/", "https://try.example.com")]
    public async Task With_a_real_core_its_address_is_configuration_and_the_code_has_no_embedded_one(string template, string options, string connectionUri)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", Parse(options));

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal(connectionUri, settings.RootElement.GetProperty("SuperTokens").GetProperty("ConnectionUri").GetString());
        Assert.DoesNotContain("Embedded", app.Text("Program.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Embedded", app.Text("Acme.Api.csproj"), StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task Docker_publishes_the_core_to_this_machine_only_and_on_the_port_of_the_connection_uri(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("core", "docker"), ("connectionUri", "http://127.0.0.1:4567"));

        Assert.Contains("\"127.0.0.1:${SUPERTOKENS_PORTS:-4567}:3567\"", app.Text("compose.yaml"), StringComparison.Ordinal);
        Assert.Matches("^POSTGRES_PASSWORD=[0-9a-f]{32}$", app.Text(".env").Trim().Split('\n')[^1]);
        Assert.Contains("\n.env\n", app.Text(".gitignore"), StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task No_file_of_the_configuration_has_a_place_for_a_secret(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("core", "managed"), ("connectionUri", "https://try.example.com"));

        Assert.All(app.Files.Keys.Where(path => path.StartsWith("appsettings", StringComparison.Ordinal)), path =>
            Assert.DoesNotContain("ApiKey", app.Text(path), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<UserSecretsId>", app.Text("Acme.Api.csproj"), StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task The_command_line_gets_a_solution_around_the_app_and_its_tests(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("includeTests", "true"));

        Assert.All(["src/Acme.Api/Acme.Api.csproj", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj"], project =>
            Assert.Contains($"Path=\"{project}\"", app.Text("Acme.Api.slnx"), StringComparison.Ordinal));
    }

    internal static (string Option, string Value)[] Parse(string options)
        => [.. OptionPattern().Matches(options).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [GeneratedRegex(@"(\w+)=(.*?)(?=\s\w+=|\z)", RegexOptions.Singleline)]
    private static partial Regex OptionPattern();
}
