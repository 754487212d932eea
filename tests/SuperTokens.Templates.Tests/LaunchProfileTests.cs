using System.Text.Json;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>Each launch profile is consistent in itself: the app is launched at the address that it takes for its own.</summary>
public sealed class LaunchProfileTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    [Theory]
    [InlineData("", "http http://localhost:5100", "https https://localhost:7100")]
    [InlineData("NoHttps=true", "http http://localhost:5100")]
    [InlineData("apiDomain=http://localhost:3001/", "http http://localhost:3001", "https https://localhost:7100")]
    [InlineData("apiDomain=http://localhost:3001 NoHttps=true", "http http://localhost:3001")]
    [InlineData("apiDomain=https://127.0.0.1:7001/", "https https://127.0.0.1:7001")]
    [InlineData("apiDomain=https://api.example.com", "http http://localhost:5100", "https https://localhost:7100")]
    [InlineData("apiDomain=https://api.example.com NoHttps=true", "http http://localhost:5100")]
    public async Task The_app_is_launched_where_it_believes_to_be(string options, params string[] profiles)
    {
        var app = await engine.GenerateAsync(TemplateNames.WebApi, "Acme.Api", GenerationTests.Parse(options));

        Assert.Equal(profiles, Profiles(app).Select(profile => $"{profile.Name} {profile.Value.GetProperty("applicationUrl").GetString()}"));
        Assert.All(Profiles(app), profile => Assert.Equal(profile.Value.GetProperty("applicationUrl").GetString(), Setting(app, profile.Value, "ApiDomain")));
    }

    private static List<JsonProperty> Profiles(GeneratedApp app)
        => [.. Json(app, "Properties/launchSettings.json").GetProperty("profiles").EnumerateObject()];

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
