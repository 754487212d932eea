using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Hosting;

public sealed class PipelineTests
{
    [Fact]
    public async Task CORS_after_the_endpoints_is_refused_at_start_with_the_right_order()
    {
        await using var app = Build(Configure);
        app.UseSuperTokens();
        var exception = Assert.Throws<InvalidOperationException>(() => app.UseSuperTokensCors());
        Assert.Contains("app.UseSuperTokensCors(); before app.UseSuperTokens();", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Middleware_without_services_says_what_to_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        foreach (var use in (Action[])[() => app.UseSuperTokens(), () => app.UseSuperTokensCors()])
        {
            Assert.Contains("AddSuperTokens", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_settings_stop_the_application_from_starting()
    {
        await using var app = Build(options =>
        {
            Configure(options);
            options.AppInfo.ApiDomain = "/nowhere";
        });
        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
    }

    [Fact]
    public async Task Two_applications_in_one_process_keep_their_own_settings_and_endpoints()
    {
        var oneCore = new StubCore();
        var twoCore = new StubCore();
        await using var one = await StartAsync(oneCore, "one", "/auth");
        await using var two = await StartAsync(twoCore, "two", "/api");

        Assert.Equal("one public", await one.CreateClient().GetStringAsync("/auth/who"));
        Assert.Equal("two public", await two.CreateClient().GetStringAsync("/api/who"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await one.CreateClient().GetAsync("/api/who")).StatusCode);
        Assert.Equal("/auth", one.Services.GetRequiredService<SuperTokensAppInfo>().ApiBasePath);
        Assert.Equal("/api", two.Services.GetRequiredService<SuperTokensAppInfo>().ApiBasePath);
    }

    internal static void Configure(SuperTokensOptions options)
    {
        options.ConnectionUri = "http://localhost:3567";
        options.RunDoctorAtStart = false;
        options.AppInfo.AppName = "Test App";
        options.AppInfo.ApiDomain = "http://localhost:4000";
        options.AppInfo.WebsiteDomain = "http://localhost:3000";
    }

    private static WebApplication Build(Action<SuperTokensOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSuperTokens(configure);
        builder.Services.AddLeakCheck();
        return builder.Build();
    }

    private static Task<TestApp> StartAsync(StubCore core, string recipeId, string basePath) => TestApp.StartAsync(
        core,
        builder => builder.Services.AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(TestEndpoints.Echo(recipeId, "GET", "/who"))),
        options => options.AppInfo.ApiBasePath = basePath);
}
