using System.Text.Json;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>Each launch profile is consistent in itself: the app is launched at the address that it takes for its own. Functions have one of their own.</summary>
public sealed class LaunchProfileTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    /// <summary>Options, and the profiles that they lead to, the first being that of <c>dotnet run</c>.</summary>
    private static readonly (string Options, string[] Profiles)[] Table =
    [
        ("", ["http http://localhost:5100", "https https://localhost:7100"]),
        ("NoHttps=true", ["http http://localhost:5100"]),
        ("apiDomain=http://localhost:3001/", ["http http://localhost:3001", "https https://localhost:7100"]),
        ("apiDomain=http://localhost:3001 NoHttps=true", ["http http://localhost:3001"]),
        ("apiDomain=https://127.0.0.1:7001/", ["https https://127.0.0.1:7001"]),
        ("apiDomain=https://api.example.com", ["http http://localhost:5100", "https https://localhost:7100"]),
        ("apiDomain=https://api.example.com NoHttps=true", ["http http://localhost:5100"]),
    ];

    public static TheoryData<string, string, string[]> Rows()
    {
        var rows = new TheoryData<string, string, string[]>();
        foreach (var template in TemplateNames.All.Where(template => template != TemplateNames.Functions))
        {
            foreach (var (options, profiles) in Table)
            {
                rows.Add(template, options, profiles);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_app_is_launched_where_it_believes_to_be(string template, string options, string[] profiles)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", GenerationTests.Parse(options));

        Assert.Equal(profiles, Profiles(app).Select(profile => $"{profile.Name} {Address(profile)}"));
        Assert.All(Profiles(app), profile => Assert.Equal(Address(profile), Setting(app, profile.Value, "ApiDomain")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("apiDomain=http://localhost:3001")]
    [InlineData("apiDomain=https://localhost:7001")]
    [InlineData("apiDomain=https://example.com")]
    [InlineData("apiDomain=https://example.com websiteDomain=https://example.com NoHttps=true")]
    public async Task The_pages_of_a_site_are_where_the_site_is(string options)
    {
        var app = await engine.GenerateAsync(TemplateNames.Mvc, "Acme.Site", GenerationTests.Parse(options));

        Assert.All(Profiles(app), profile => Assert.Equal(Address(profile), Setting(app, profile.Value, "WebsiteDomain")));
    }

    private static List<JsonProperty> Profiles(GeneratedApp app)
        => [.. Json(app, "Properties/launchSettings.json").GetProperty("profiles").EnumerateObject()];

    private static string? Address(JsonProperty profile) => profile.Value.GetProperty("applicationUrl").GetString();

    /// <summary>What the app reads: the environment before the settings for development, and those before the others.</summary>
    private static string? Setting(GeneratedApp app, JsonElement profile, string name)
    {
        if (profile.GetProperty("environmentVariables").TryGetProperty($"SuperTokens__AppInfo__{name}", out var variable))
        {
            return variable.GetString();
        }

        var settings = Json(app, "appsettings.Development.json").TryGetProperty("SuperTokens", out var development)
            ? development
            : Json(app, "appsettings.json").GetProperty("SuperTokens");
        return settings.GetProperty("AppInfo").GetProperty(name).GetString();
    }

    private static JsonElement Json(GeneratedApp app, string path) => JsonDocument.Parse(app.Text(path)).RootElement;
}
