using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What is generated for each pair of option values holds together.</summary>
public sealed partial class GenerationTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    /// <summary>Each option's values; options that only make sense together are one entry.</summary>
    private static readonly (string Option, string Value)[][][] Options =
    [
        [[], [("appName", "Ben & Co")]],
        [[], [("apiDomain", "http://localhost:3001")], [("apiDomain", "https://api.example.com/")]],
        [[], [("websiteDomain", "https://example.com")]],
        [[], [("apiBasePath", "/")], [("apiBasePath", "/api/auth/")]],
        [[], [("websiteBasePath", "/signin")]],
        [
            [("core", "embedded")],
            [("core", "docker")],
            [("core", "docker"), ("connectionUri", "http://localhost:4567")],
            [("core", "self-hosted")],
            [("core", "self-hosted"), ("connectionUri", "https://a.example.com;https://b.example.com/base"), ("appId", "shop")],
            [("core", "managed"), ("connectionUri", "https://try.example.com")],
        ],
        [[], [("recipes", string.Join('|', RecipeSet.Names))]],
        [[], [("includeTests", "true")]],
        [[], [("Framework", "net10.0")]],
        [[], [("NoHttps", "true")]],
        [[], [("skipRestore", "true")]],
    ];

    /// <summary>Few apps in which each pair of values occurs: each takes the values that go with the most others not seen together yet.</summary>
    public static TheoryData<string, string> Pairs()
    {
        var missing = (from first in Enumerable.Range(0, Options.Length)
                       from second in Enumerable.Range(first + 1, Options.Length - first - 1)
                       from a in Enumerable.Range(0, Options[first].Length)
                       from b in Enumerable.Range(0, Options[second].Length)
                       select ((first, a), (second, b))).ToHashSet();
        var apps = new TheoryData<string, string>();
        while (missing.Count > 0)
        {
            var (one, other) = missing.First();
            var chosen = new SortedDictionary<int, int> { [one.first] = one.a, [other.second] = other.b };
            foreach (var option in Enumerable.Range(0, Options.Length).Where(option => !chosen.ContainsKey(option)))
            {
                chosen[option] = Enumerable.Range(0, Options[option].Length).MaxBy(value => chosen.Count(c => missing.Contains(Pair(c.Key, c.Value, option, value))));
            }

            missing.ExceptWith(from x in chosen from y in chosen where x.Key < y.Key select Pair(x.Key, x.Value, y.Key, y.Value));
            var options = string.Join(' ', chosen.SelectMany(c => Options[c.Key][c.Value]).Select(o => $"{o.Option}={o.Value}"));
            foreach (var template in TemplateNames.All)
            {
                apps.Add(template, options);
            }
        }

        return apps;

        static ((int, int), (int, int)) Pair(int option, int value, int otherOption, int otherValue)
            => option < otherOption ? ((option, value), (otherOption, otherValue)) : ((otherOption, otherValue), (option, value));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Each_pair_of_option_values_gives_a_sound_app(string template, string options)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", Parse(options));

        Assert.Equal(CreationResultStatus.Success, app.Status);
        IsSound(app);
        Assert.Equal(options.Contains("core=docker", StringComparison.Ordinal), app.Files.ContainsKey("compose.yaml"));
        Assert.Equal(options.Contains("core=docker", StringComparison.Ordinal), app.Files.ContainsKey(".env"));
        Assert.True(app.Text(Project(options) + "Program.cs").Split('\n').Length < 50);
        Assert.Equal(options.Contains("includeTests", StringComparison.Ordinal), app.Files.ContainsKey("Acme.Api.slnx"));
        Assert.Equal(options.Contains("includeTests", StringComparison.Ordinal), app.Files.ContainsKey("tests/Acme.Api.Tests/Acme.Api.Tests.csproj"));
    }

    [Theory]
    [EachTemplate("Acme.Api", "Acme.Api", false)]
    [EachTemplate("My App-1", "My_App_1", true)]
    [EachTemplate("1App", "_1App", true)]
    [EachTemplate("Straße", "Straße", false)]
    public async Task The_namespace_is_the_project_name_made_valid(string template, string name, string @namespace, bool saysSo)
    {
        var app = await engine.GenerateAsync(template, name);

        Assert.All(app.Files.Keys.Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && path != "Program.cs"), path =>
            Assert.Matches($@"\nnamespace {@namespace}[.;]", app.Text(path)));
        Assert.Equal(saysSo, app.Text($"{name}.csproj").Contains($"<RootNamespace>{@namespace}</RootNamespace>", StringComparison.Ordinal));
    }

    [Theory]
    [EachTemplate]
    public async Task Without_options_the_app_has_an_embedded_core_and_knows_no_other(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api");

        Assert.Contains("superTokens.UseEmbeddedCore();", app.Text("Program.cs"), StringComparison.Ordinal);
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

        Assert.Contains("\"127.0.0.1:4567:3567\"", app.Text("compose.yaml"), StringComparison.Ordinal);
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

    private static string Project(string options) => options.Contains("includeTests", StringComparison.Ordinal) ? "src/Acme.Api/" : string.Empty;

    [Theory]
    [EachTemplate]
    public async Task The_command_line_gets_a_solution_around_the_app_and_its_tests(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("includeTests", "true"));

        Assert.Equal(["Acme.Api.slnx"], app.PrimaryOutputs);
        Assert.All(["src/Acme.Api/Acme.Api.csproj", "tests/Acme.Api.Tests/Acme.Api.Tests.csproj"], project =>
            Assert.Contains($"Path=\"{project}\"", app.Text("Acme.Api.slnx"), StringComparison.Ordinal));
    }

    internal static (string Option, string Value)[] Parse(string options)
        => [.. OptionPattern().Matches(options).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    internal static void IsSound(GeneratedApp app)
        => Assert.All(app.Files.Where(file => !file.Key.StartsWith(".supertokens/", StringComparison.Ordinal)), file => IsSound(file.Key, file.Value));

    private static void IsSound(string path, byte[] content)
    {
        var text = System.Text.Encoding.UTF8.GetString(content);
        Assert.False(content.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble), $"{path} starts with a byte order mark");
        Assert.False(LeftoverPattern().IsMatch(text), $"{path} holds {LeftoverPattern().Match(text).Value}");
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.True(text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal), $"{path} should end with one line break");
        switch (Path.GetExtension(path))
        {
            case ".json":
                using (JsonDocument.Parse(text))
                {
                }

                break;
            case ".csproj" or ".slnx":
                XDocument.Parse(text);
                break;
            case ".cs" when !path.EndsWith("Program.cs", StringComparison.Ordinal):
                Assert.Contains("namespace Acme.Api.", text, StringComparison.Ordinal);
                break;
        }
    }

    [GeneratedRegex(@"(\w+)=(.*?)(?=\s\w+=|$)")]
    private static partial Regex OptionPattern();

    [GeneratedRegex(@"SuperTokensApp|[A-Z]+_(VALUE|LITERAL|PREFIX|MARKDOWN)\b|#(if|else|elseif|endif)\b|5a1c9a0e-3f0b")]
    private static partial Regex LeftoverPattern();
}
