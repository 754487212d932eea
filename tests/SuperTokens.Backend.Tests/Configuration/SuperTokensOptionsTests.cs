using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Configuration;

public sealed class SuperTokensOptionsTests
{
    private static readonly Dictionary<string, string?> Valid = new()
    {
        ["SuperTokens:ConnectionUri"] = "http://localhost:3567",
        ["SuperTokens:AppInfo:AppName"] = "Acme",
        ["SuperTokens:AppInfo:ApiDomain"] = "https://api.example.com/",
        ["SuperTokens:AppInfo:WebsiteDomain"] = "example.com",
    };

    [Fact]
    public void Settings_come_from_the_configuration_section()
    {
        using var services = Build(new()
        {
            ["SuperTokens:ApiKey"] = "key",
            ["SuperTokens:Core:Timeout"] = "00:00:03",
            ["SuperTokens:AppInfo:ApiBasePath"] = "api/auth/",
            ["SuperTokens:AppInfo:WebsiteBasePath"] = "/",
            ["SuperTokens:AppInfo:ApiGatewayPath"] = "gateway",
        });
        var options = services.GetRequiredService<IOptions<SuperTokensOptions>>().Value;
        var app = services.GetRequiredService<SuperTokensAppInfo>();

        Assert.Equal("key", options.ApiKey);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Core.Timeout);
        Assert.Equal("Acme", app.AppName);
        Assert.Equal("https://api.example.com", app.ApiDomain);
        Assert.Equal("/gateway/api/auth", app.ApiBasePath);
        Assert.Equal("/gateway", app.ApiGatewayPath);
        Assert.Equal("", app.WebsiteBasePath);
        Assert.Equal("https://example.com", app.GetOrigin(null));
        Assert.Equal("example.com", app.TopLevelApiDomain);
        Assert.Equal("example.com", app.GetTopLevelWebsiteDomain(null));
    }

    [Fact]
    public void Base_paths_are_auth_when_not_set()
    {
        using var services = Build([]);
        var app = services.GetRequiredService<SuperTokensAppInfo>();
        Assert.Equal(("/auth", "/auth", ""), (app.ApiBasePath, app.WebsiteBasePath, app.ApiGatewayPath));
    }

    [Theory]
    [InlineData("https://origin.example", "https://origin.example")]
    [InlineData(null, "https://example.com")]
    public void Origin_wins_over_the_website_domain(string? origin, string expected)
    {
        using var services = Build(new() { ["SuperTokens:AppInfo:Origin"] = origin });
        Assert.Equal(expected, services.GetRequiredService<SuperTokensAppInfo>().GetOrigin(null));
    }

    [Theory]
    [InlineData("AppInfo:AppName", null, "SuperTokens:AppInfo:AppName is not set. Set it to")]
    [InlineData("AppInfo:AppName", " ", "SuperTokens:AppInfo:AppName is empty. Set it to")]
    [InlineData("AppInfo:ApiDomain", null, "SuperTokens:AppInfo:ApiDomain is not set. Set it to")]
    [InlineData("AppInfo:ApiDomain", "/api", "SuperTokens:AppInfo:ApiDomain is '/api', which is not an address.")]
    [InlineData("AppInfo:ApiDomain", "https://a..b", "SuperTokens:AppInfo:ApiDomain is 'https://a..b', which is not an address.")]
    [InlineData("AppInfo:WebsiteDomain", null, "SuperTokens:AppInfo:WebsiteDomain is not set. Set it to")]
    [InlineData("AppInfo:WebsiteDomain", "*", "SuperTokens:AppInfo:WebsiteDomain is '*', which is not an address.")]
    [InlineData("AppInfo:Origin", "nonsense", "SuperTokens:AppInfo:Origin is 'nonsense', which is not an address.")]
    [InlineData("ConnectionUri", null, "SuperTokens:ConnectionUri is not set. Set it to")]
    [InlineData("ConnectionUri", "  ", "SuperTokens:ConnectionUri is not set. Set it to")]
    [InlineData("ConnectionUri", "http://localhost:3567;nonsense", "SuperTokens:ConnectionUri is 'http://localhost:3567;nonsense', which is not a list of addresses.")]
    [InlineData("ConnectionUri", ";", "SuperTokens:ConnectionUri is ';', which is not a list of addresses.")]
    [InlineData("ApiKey", "key\n", "SuperTokens:ApiKey holds a character that no HTTP header can carry")]
    [InlineData("ApiKey", "k\u00e9y", "SuperTokens:ApiKey holds a character that no HTTP header can carry")]
    [InlineData("Core:Timeout", "00:00:00", "SuperTokens:Core:Timeout is 00:00:00. Set it to a time from 00:00:00.0100000 to 01:00:00, such as 00:00:10.")]
    [InlineData("Core:Timeout", "01:00:01", "SuperTokens:Core:Timeout is 01:00:01. Set it to")]
    [InlineData("Core:RateLimitRetries", "-1", "SuperTokens:Core:RateLimitRetries is -1. Set it to")]
    [InlineData("Core:RateLimitRetries", "101", "SuperTokens:Core:RateLimitRetries is 101. Set it to")]
    [InlineData("Core:Circuit:FailureRatio", "0", "SuperTokens:Core:Circuit:FailureRatio is 0. Set it to")]
    [InlineData("Core:Circuit:FailureRatio", "1.5", "SuperTokens:Core:Circuit:FailureRatio is 1.5. Set it to")]
    [InlineData("Core:Circuit:FailureRatio", "NaN", "SuperTokens:Core:Circuit:FailureRatio is NaN. Set it to")]
    [InlineData("Core:Circuit:MinimumThroughput", "1", "SuperTokens:Core:Circuit:MinimumThroughput is 1. Set it to")]
    [InlineData("Core:Circuit:SamplingDuration", "00:00:00.4", "SuperTokens:Core:Circuit:SamplingDuration is 00:00:00.4000000. Set it to")]
    [InlineData("Core:Circuit:BreakDuration", "2.00:00:00", "SuperTokens:Core:Circuit:BreakDuration is 2.00:00:00. Set it to")]
    [InlineData("MaxRequestBodySize", "0", "SuperTokens:MaxRequestBodySize is 0. Set it to")]
    public void A_wrong_setting_is_named_with_its_value_and_the_fix(string setting, string? value, string expected)
    {
        using var services = Build(new() { [$"SuperTokens:{setting}"] = value });
        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SuperTokensOptions>>().Value);
        Assert.StartsWith(expected, Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_settings_are_named_at_once()
    {
        using var services = Build(new() { ["SuperTokens:AppInfo:AppName"] = null, ["SuperTokens:AppInfo:ApiDomain"] = "/x" });
        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SuperTokensOptions>>().Value);
        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public async Task A_core_in_this_process_is_used_when_no_connection_uri_is_set()
    {
        using var services = Build(
            new() { ["SuperTokens:ConnectionUri"] = null },
            collection => collection.AddSingleton(new InProcessCore(_ => new SuperTokens.Testing.StubCore())));
        Assert.Equal(new CdiVersion(5, 4), await services.GetRequiredService<ICoreClient>().GetCdiVersionAsync());
    }

    [Fact]
    public async Task A_connection_uri_wins_over_a_core_in_this_process()
    {
        using var services = Build(
            new() { ["SuperTokens:ConnectionUri"] = LoopbackHost.RefusingAddress() },
            collection => collection.AddSingleton(new InProcessCore(_ => new SuperTokens.Testing.StubCore())));
        await Assert.ThrowsAsync<CoreException>(() => services.GetRequiredService<ICoreClient>().GetCdiVersionAsync().AsTask());
    }

    [Fact]
    public void Adding_SuperTokens_twice_adds_one_app()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSuperTokens(Configuration([]).GetSection("SuperTokens"));
        var count = collection.Count;
        collection.AddSuperTokens(options => options.AppInfo.AppName = "Renamed");
        using var services = collection.BuildServiceProvider(validateScopes: true);

        Assert.Single(services.GetServices<ICoreClient>());
        Assert.Single(services.GetServices<SuperTokensAppInfo>());
        Assert.Single(services.GetServices<IValidateOptions<SuperTokensOptions>>());
        Assert.Equal(count + 1, collection.Count);
        Assert.Equal("Renamed", services.GetRequiredService<SuperTokensAppInfo>().AppName);
        Assert.Equal("https://api.example.com", services.GetRequiredService<SuperTokensAppInfo>().ApiDomain);
    }

    private static ServiceProvider Build(Dictionary<string, string?> changes, Action<IServiceCollection>? setUp = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSuperTokens(Configuration(changes).GetSection("SuperTokens"));
        setUp?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> changes)
        => new ConfigurationBuilder().AddInMemoryCollection(Valid).AddInMemoryCollection(changes).Build();
}
