using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class SessionOptionsTests
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["apiDomain"] = "AppInfo:ApiDomain",
        ["websiteDomain"] = "AppInfo:WebsiteDomain",
        ["origin"] = "AppInfo:Origin",
        ["apiBasePath"] = "AppInfo:ApiBasePath",
        ["websiteBasePath"] = "AppInfo:WebsiteBasePath",
        ["apiGatewayPath"] = "AppInfo:ApiGatewayPath",
        ["cookieSameSite"] = "Session:CookieSameSite",
        ["cookieSecure"] = "Session:CookieSecure",
        ["cookieDomain"] = "Session:CookieDomain",
        ["accessTokenPath"] = "Session:AccessTokenPath",
        ["antiCsrf"] = "Session:AntiCsrf",
        ["sessionExpiredStatusCode"] = "Session:SessionExpiredStatusCode",
        ["tokenTransferMethod"] = "Session:TokenTransferMethod",
    };

    private static readonly Dictionary<string, string> AntiCsrfNames = new(StringComparer.Ordinal)
    {
        ["NONE"] = nameof(AntiCsrfMode.None),
        ["VIA_TOKEN"] = nameof(AntiCsrfMode.ViaToken),
        ["VIA_CUSTOM_HEADER"] = nameof(AntiCsrfMode.ViaCustomHeader),
    };

    public static TheoryData<string> Resolved => [.. Cases.Where(item => item["nodeResolved"] is not null).Select(item => item.ToJsonString())];

    public static TheoryData<string> RefusedAtStart => [.. Cases.Where(item => (string?)item["expect"]!["errorAt"] == "init").Select(item => item.ToJsonString())];

    public static TheoryData<string> RefusedForCookies => [.. Cases.Where(item => (string?)item["expect"]!["errorAt"] == "createNewSession").Select(item => item.ToJsonString())];

    private static IEnumerable<JsonNode> Cases => Vectors.Cases("session-config.json");

    [Theory]
    [MemberData(nameof(Resolved))]
    public async Task Settings_are_worked_out_as_by_the_other_backends(string @case)
    {
        var item = JsonNode.Parse(@case)!;
        var expected = item["nodeResolved"]!;
        await using var app = Build(item["input"]!);
        await app.StartAsync();
        var settings = app.Services.GetRequiredService<SessionSettings>();

        Assert.Equal((string?)expected["cookieSameSite"], settings.SameSite(null).ToString().ToLowerInvariant());
        Assert.Equal((bool?)expected["cookieSecure"], settings.CookieSecure);
        Assert.Equal((string?)expected["cookieDomain"], settings.CookieDomain);
        Assert.Equal(AntiCsrfNames[(string)expected["antiCsrf"]!], settings.AntiCsrf(null).ToString());
        Assert.Equal((string?)expected["refreshTokenPath"], settings.RefreshTokenPath);
        Assert.Equal((string?)expected["accessTokenPath"], settings.AccessTokenPath);
        Assert.Equal((int?)expected["sessionExpiredStatusCode"], settings.Options.SessionExpiredStatusCode);
    }

    [Theory]
    [MemberData(nameof(RefusedAtStart))]
    public async Task Settings_the_other_backends_refuse_stop_the_application_from_starting(string @case)
    {
        await using var app = Build(JsonNode.Parse(@case)!["input"]!);

        await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync());
    }

    [Theory]
    [MemberData(nameof(RefusedForCookies))]
    public async Task Cookies_browsers_would_drop_are_known(string @case)
    {
        await using var app = Build(JsonNode.Parse(@case)!["input"]!);
        await app.StartAsync();

        Assert.True(app.Services.GetRequiredService<SessionSettings>().BrowsersWouldDropCookies(new DefaultHttpContext()));
    }

    [Theory]
    [InlineData("SessionExpiredStatusCode", "403", "SessionExpiredStatusCode", "different status codes")]
    [InlineData("SessionExpiredStatusCode", "200", "SessionExpiredStatusCode is 200", "such as 401")]
    [InlineData("InvalidClaimStatusCode", "999", "InvalidClaimStatusCode is 999", "such as 401")]
    [InlineData("CookieDomain", "http://", "CookieDomain is 'http://'", "example.com")]
    [InlineData("OlderCookieDomain", "http://", "OlderCookieDomain is 'http://'", "example.com")]
    [InlineData("JwksRefreshInterval", "-01:00:00", "JwksRefreshInterval is '-01:00:00'", "positive")]
    [InlineData("JwksRefreshInterval", "366.00:00:00", "JwksRefreshInterval is '366.00:00:00'", "365 days")]
    [InlineData("JwksStaleTolerance", "-00:00:01", "JwksStaleTolerance is '-00:00:01'", "from 0")]
    [InlineData("JwksStaleTolerance", "366.00:00:00", "JwksStaleTolerance is '366.00:00:00'", "365 days")]
    [InlineData("CookieSameSite", "Unspecified", "CookieSameSite is 'Unspecified'", "Strict, Lax or None")]
    [InlineData("AntiCsrf", "7", "AntiCsrf is '7'", "ViaCustomHeader")]
    [InlineData("TokenTransferMethod", "7", "TokenTransferMethod is '7'", "Cookie or Header")]
    public async Task A_wrong_setting_is_named_with_its_value_and_the_fix(string setting, string value, string names, string fix)
    {
        await using var app = Build(new JsonObject { ["appInfo"] = new JsonObject { ["apiDomain"] = "localhost:4000", ["websiteDomain"] = "localhost:3000" } }, (setting, value));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains($"SuperTokens:Session:{names}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(fix, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CookieSameSite", "random")]
    [InlineData("AntiCsrf", "RANDOM")]
    [InlineData("CookieSecure", "maybe")]
    public async Task A_setting_of_another_type_is_named_with_its_value(string setting, string value)
    {
        await using var app = Build(new JsonObject { ["appInfo"] = new JsonObject { ["apiDomain"] = "localhost:4000", ["websiteDomain"] = "localhost:3000" } }, (setting, value));

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync());

        Assert.Contains($"SuperTokens:Session:{setting}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(value, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_older_cookie_domain_means_there_was_none()
    {
        await using var app = Build(
            new JsonObject { ["appInfo"] = new JsonObject { ["apiDomain"] = "localhost:4000", ["websiteDomain"] = "localhost:3000" } }, ("OlderCookieDomain", ""));
        await app.StartAsync();

        Assert.Equal("", app.Services.GetRequiredService<SessionSettings>().OlderCookieDomain);
    }

    [Fact]
    public void Adding_sessions_twice_adds_them_once_and_applies_both_settings()
    {
        var services = new ServiceCollection();
        services.AddSuperTokens(_ => { })
            .AddSession(session => session.SessionExpiredStatusCode = 440)
            .AddSession(session => session.InvalidClaimStatusCode = 422);
        using var provider = services.BuildServiceProvider();

        Assert.Single(services, service => service.ServiceType == typeof(ISessionRecipe));
        var options = provider.GetRequiredService<IOptions<SessionOptions>>().Value;
        Assert.Equal((440, 422), (options.SessionExpiredStatusCode, options.InvalidClaimStatusCode));
    }

    private static WebApplication Build(JsonNode input, params (string Setting, string Value)[] session)
    {
        var values = new Dictionary<string, string?>
        {
            ["SuperTokens:ConnectionUri"] = "http://core.test",
            ["SuperTokens:AppInfo:AppName"] = "Test App",
        };
        foreach (var (name, value) in (input["appInfo"] as JsonObject ?? []).Concat(input["session"] as JsonObject ?? []))
        {
            var text = value?.ToString() ?? "";
            values["SuperTokens:" + Settings[name]] = name == "antiCsrf" ? AntiCsrfNames.GetValueOrDefault(text, text) : text;
        }

        foreach (var (setting, value) in session)
        {
            values["SuperTokens:Session:" + setting] = value;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(values);
        builder.WebHost.UseTestServer();
        builder.Services.AddSuperTokens(builder.Configuration.GetSection("SuperTokens")).AddSession();
        builder.Services.AddLeakCheck();
        return builder.Build();
    }
}
