using System.Text.RegularExpressions;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>Generated apps do what they were chosen for, and so do the tests that come with them.</summary>
[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class GeneratedAppTests(GeneratedApps apps) : IClassFixture<GeneratedApps>
{
    private const string TestKey = "key of a test core";

    public static TheoryData<string> Names() => new(AppCases.All.Select(app => app.Name));

    public static TheoryData<string> NamesWithTests() => new(AppCases.All.Where(app => app.IncludesTests).Select(app => app.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void People_sign_in_each_way_refresh_sign_out_and_use_each_recipe(string name)
    {
        var failure = apps.Uses[AppCases.Get(name)];

        Assert.True(failure is null, failure);
    }

    [Theory]
    [MemberData(nameof(NamesWithTests))]
    public void The_tests_that_come_along_pass_and_need_no_core(string name)
    {
        var (app, tests) = (AppCases.Get(name), apps.Tests[AppCases.Get(name)]);

        Assert.True(tests.ExitCode == 0 && Passed(tests) == apps.CountTests(app), tests.Output);
    }

    [Theory]
    [EachTemplate("Docker", "")]
    [EachTemplate("SelfHosted", "/base/appid-shop")]
    [EachTemplate("Managed", "/managed")]
    public void An_app_with_a_real_core_calls_it_at_its_connection_uri_with_the_api_key_of_the_environment(string template, string word, string basePath)
    {
        var calls = apps.Core.Calls.Where(call => call.ApiKey == AppCases.Get(template, word).Name).ToList();

        Assert.Contains(calls, call => call.Path.EndsWith("/recipe/session", StringComparison.Ordinal));
        Assert.All(calls, call => Assert.Equal(basePath, call.BasePath));
    }

    [Theory]
    [EachTemplate]
    public async Task The_tests_that_come_along_pass_on_a_real_core_once_one_variable_is_set(string template)
    {
        var app = AppCases.Get(template, "Full");
        var before = apps.Core.Calls.Count;

        var tests = await apps.TestAsync(app, ("SUPERTOKENS_TEST_CORE", $"{apps.Core.Address}/tests"), ("SUPERTOKENS_TEST_CORE_KEY", TestKey));

        Assert.True(tests.ExitCode == 0 && Passed(tests) == apps.CountTests(app), tests.Output);
        var calls = apps.Core.Calls.Skip(before).ToList();
        Assert.Contains(calls, call => call.Path.EndsWith("/recipe/session", StringComparison.Ordinal));
        Assert.All(calls, call => Assert.Equal(("/tests", TestKey), (call.BasePath, call.ApiKey)));
    }

    [Theory]
    [EachTemplate]
    public async Task An_app_with_an_embedded_core_uses_a_real_one_unchanged_once_a_connection_uri_is_set(string template)
    {
        var (app, key) = (AppCases.Get(template, "Default"), Guid.NewGuid().ToString());
        await using var process = await apps.StartAsync(
            app, ("SuperTokens__ConnectionUri", apps.Core.Address + "/switched"), ("SuperTokens__ApiKey", key));

        await apps.UseAsync(process, app, triesSessions: false);

        Assert.Contains(apps.Core.Calls, call => call.ApiKey == key && call.BasePath == "/switched" && call.Path.EndsWith("/recipe/signup", StringComparison.Ordinal));
    }

    [Theory]
    [EachTemplate]
    public async Task An_app_with_an_embedded_core_refuses_to_start_in_production_and_says_what_to_set(string template)
    {
        var failure = await Assert.ThrowsAsync<BuildException>(() => apps.StartAsync(AppCases.Get(template, "Default"), ("ASPNETCORE_ENVIRONMENT", "Production")));

        Assert.Contains("SuperTokens:ConnectionUri", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task An_app_refuses_to_start_in_production_with_a_provider_that_has_no_secret_and_names_it(string template)
    {
        var failure = await Assert.ThrowsAsync<BuildException>(() => apps.StartAsync(
            AppCases.Get(template, "Full"),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("SuperTokens__ConnectionUri", apps.Core.Address),
            ("SuperTokens__ThirdParty__Providers__google__ClientId", "client")));

        Assert.Contains("SuperTokens:ThirdParty:Providers:google:ClientSecret is missing", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task An_app_refuses_to_start_with_an_address_that_cannot_work(string template)
    {
        var failure = await Assert.ThrowsAsync<BuildException>(
            () => apps.StartAsync(AppCases.Get(template, "Default"), ("SuperTokens__AppInfo__ApiDomain", "not a domain")));

        Assert.Contains("ApiDomain", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not a domain", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public async Task A_new_app_is_restored_and_runs_with_what_it_says_to_type_next(string template)
    {
        var app = AppCases.Get(template, "Default");

        Assert.Contains("Restore succeeded.", apps.Creations[app], StringComparison.Ordinal);
        await apps.UseAsTypedAsync(app, NextSteps.In(apps.Creations[app]));
    }

    [Theory]
    [EachTemplate]
    public async Task A_new_app_with_a_core_in_docker_says_to_start_that_first_and_then_runs(string template)
    {
        var app = AppCases.Get(template, "Docker");

        // The core that the tests have stands in for the containers: the file that would start them is judged by ComposeTests.
        var commands = NextSteps.In(apps.Creations[app]);
        Assert.Equal("docker compose up -d --wait", commands[0]);

        await apps.UseAsTypedAsync(app, [.. commands.Skip(1)]);
    }

    [Theory]
    [EachTemplate]
    public async Task A_new_app_with_a_core_elsewhere_says_how_to_give_it_a_key_and_then_runs_with_it(string template)
    {
        var (app, key) = (AppCases.Get(template, "Managed"), Guid.NewGuid().ToString());

        await apps.UseAsTypedAsync(app, [.. NextSteps.In(apps.Creations[app]).Select(command => command.Replace("<key>", key, StringComparison.Ordinal))]);

        Assert.Contains(apps.Core.Calls, call => call.ApiKey == key && call.BasePath == "/managed");
    }

    [Theory]
    [EachTemplate]
    public void A_new_app_with_tests_says_to_run_them(string template)
        // They are run, with this command, above.
        => Assert.Equal(["dotnet test"], NextSteps.In(apps.Creations[AppCases.Get(template, "Full")]));

    [Theory]
    [InlineData(TemplateNames.WebApi)]
    [InlineData(TemplateNames.MinimalApi)]
    [InlineData(TemplateNames.Mvc)]
    public async Task A_new_app_is_sound_and_says_so_when_it_is_asked(string template)
    {
        var examined = await apps.ExamineAsync(AppCases.Get(template, "Default"));

        Assert.True(examined.ExitCode == 0, examined.Output);
        Assert.Contains("ok       The core (in this process) speaks CDI", examined.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 0 warnings", examined.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SuperTokens__Session__CookieSecure", "true", "warning  ST1516 SuperTokens:Session:CookieSecure is 'true'.", 0)]
    [InlineData("SuperTokens__Session__CookieDomain", "example.com", "error    ST1514 SuperTokens:Session:CookieDomain is 'example.com'.", 1)]
    [InlineData("SuperTokens__AppInfo__ApiDomain", "not a domain", "error    ST1500 SuperTokens:AppInfo:ApiDomain is 'not a domain'", 1)]
    public async Task An_app_that_is_not_says_what_is_wrong_with_its_exit_code(string setting, string value, string line, int exitCode)
    {
        var examined = await apps.ExamineAsync(AppCases.Get(TemplateNames.WebApi, "Default"), (setting, value));

        Assert.Contains(line, examined.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, examined.ExitCode);
    }

    private static int Passed(ShellResult tests)
        => Regex.Match(tests.Output, @"Passed!.*Failed: +0, Passed: +(\d+),") is { Success: true } match ? int.Parse(match.Groups[1].Value, null) : 0;
}
