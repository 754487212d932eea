using System.Text.RegularExpressions;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>Generated apps, built with warnings as errors, run and are used as a frontend uses them.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class GeneratedAppTests(GeneratedApps apps) : IClassFixture<GeneratedApps>
{
    public static TheoryData<string> Names(bool withTestsOnly) => new(AppCase.All.Where(app => app.IncludesTests || !withTestsOnly).Select(app => app.Name));

    [Theory]
    [MemberData(nameof(Names), false)]
    public async Task People_sign_up_sign_in_refresh_and_sign_out(string name)
    {
        var app = Case(name);
        await using var process = await apps.StartAsync(app);

        await UseAsync(process, app);

        Assert.Equal(0, await process.StopAsync());
    }

    [Theory]
    [MemberData(nameof(Names), true)]
    public async Task The_tests_that_come_along_pass_and_need_no_core(string name)
    {
        var before = apps.Core.Calls.Count;

        var tests = await apps.TestAsync(Case(name));

        Assert.True(tests.ExitCode == 0 && Regex.IsMatch(tests.Output, $@"Passed!.*Failed: +0, Passed: +{apps.CountTests(Case(name))},"), tests.Output);
        Assert.Equal(before, apps.Core.Calls.Count);
    }

    [Theory]
    [InlineData("Docker.Api", "")]
    [InlineData("SelfHosted.Api", "/base/appid-shop")]
    [InlineData("Managed.Api", "/managed")]
    public async Task An_app_with_a_real_core_calls_it_at_its_connection_uri_with_the_api_key_of_the_environment(string name, string basePath)
    {
        var key = Guid.NewGuid().ToString();
        var app = Case(name);
        await using var process = await apps.StartAsync(app, ("SuperTokens__ApiKey", key));

        await UseAsync(process, app);

        var calls = apps.Core.Calls.Where(call => call.ApiKey == key).ToList();
        Assert.Contains(calls, call => call.Path.EndsWith("/recipe/session", StringComparison.Ordinal));
        Assert.All(calls, call => Assert.Equal(basePath, call.BasePath));
    }

    [Fact]
    public async Task An_app_with_an_embedded_core_uses_a_real_one_unchanged_once_a_connection_uri_is_set()
    {
        var app = Case("Default.Api");
        await using var process = await apps.StartAsync(app, ("SuperTokens__ConnectionUri", apps.Core.Address + "/switched"));

        await UseAsync(process, app);

        Assert.Contains(apps.Core.Calls, call => call.BasePath == "/switched" && call.Path.EndsWith("/recipe/signup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_with_an_embedded_core_refuses_to_start_in_production_and_says_what_to_set()
    {
        var failure = await Assert.ThrowsAsync<BuildException>(() => apps.StartAsync(Case("Default.Api"), ("ASPNETCORE_ENVIRONMENT", "Production")));

        Assert.Contains("SuperTokens:ConnectionUri", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_refuses_to_start_in_production_with_a_provider_that_has_no_secret_and_names_it()
    {
        var failure = await Assert.ThrowsAsync<BuildException>(() => apps.StartAsync(
            Case("Recipes.Api"),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("SuperTokens__ConnectionUri", apps.Core.Address),
            ("SuperTokens__ThirdParty__Providers__google__ClientId", "client")));

        Assert.Contains("SuperTokens:ThirdParty:Providers:google:ClientSecret is missing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_refuses_to_start_with_an_address_that_cannot_work()
    {
        var failure = await Assert.ThrowsAsync<BuildException>(
            () => apps.StartAsync(Case("Default.Api"), ("SuperTokens__AppInfo__ApiDomain", "not a domain")));

        Assert.Contains("ApiDomain", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not a domain", failure.Message, StringComparison.Ordinal);
    }

    private static AppCase Case(string name) => AppCase.All.Single(app => app.Name == name);

    private async Task UseAsync(AppProcess process, AppCase app)
    {
        using var flow = new SignInFlow(process.Address, app.BasePath, apps.Project(app).Recipes, apps.Provider);
        try
        {
            await flow.RunAsync((_, step) => step(), CancellationToken.None);
        }
        catch (BuildException failure)
        {
            throw new BuildException($"{failure.Message}\n\n{process.Output}");
        }
    }
}
