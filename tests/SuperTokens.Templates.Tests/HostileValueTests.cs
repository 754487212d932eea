using System.Text.Json;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What people type is data: it comes out as it went in, or is refused before a file is written.</summary>
public sealed class HostileValueTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    [Theory]
    [EachTemplate("Ben & Co")]
    [EachTemplate("She said \"hi\"")]
    [EachTemplate("it's")]
    [EachTemplate("</script><script>alert(1)</script>")]
    [EachTemplate(@"C:\new\table \u0041 \\")]
    [EachTemplate("$1 ${x} $(Configuration) %25 %(Identity) ;")]
    [EachTemplate("{{name}} {0} #{x} #if (false) //#endif <!--#if (x)-->")]
    [EachTemplate("two\nlines\tand a tab")]
    [EachTemplate("Zażółć 日本 🔑 \u2028 e\u0301")]
    [EachTemplate("*/ --> *@ */")]
    [EachTemplate("SuperTokensApp.1 API_DOMAIN_VALUE APP_NAME_LITERAL net10.0")]
    [EachTemplate("-n --help")]
    [EachTemplate("   ")]
    public async Task An_app_name_comes_out_as_it_went_in(string template, string appName)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("appName", appName));

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal(appName, settings.RootElement.GetProperty("SuperTokens").GetProperty("AppInfo").GetProperty("AppName").GetString());
        Assert.DoesNotContain("</script", app.Text("appsettings.json"), StringComparison.Ordinal);
        // The name is in no other file: whatever it holds, the rest is what it always is.
        var usual = await engine.GenerateAsync(template, "Acme.Api");
        Assert.All(usual.Files.Keys.Where(path => path != "appsettings.json"), path => Assert.Equal(usual.Text(path), app.Text(path)));
    }

    [Theory]
    [EachTemplate]
    public async Task Without_an_app_name_the_project_name_is_shown(string template)
    {
        var app = await engine.GenerateAsync(template, "Ben \"O'Neil\" & Co");

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal("Ben \"O'Neil\" & Co", settings.RootElement.GetProperty("SuperTokens").GetProperty("AppInfo").GetProperty("AppName").GetString());
    }

    [Theory]
    [EachTemplate]
    public async Task Markdown_in_a_project_name_is_text_in_the_readme(string template)
    {
        var app = await engine.GenerateAsync(template, "A*b*[c](d)_e_");

        Assert.StartsWith(@"# A\*b\*\[c\]\(d\)\_e\_", app.Text("README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate("apiDomain", "example.com", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://example.com/path", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://example.com?x=1", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://user:secret@example.com", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "ftp://example.com", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://example.com\"", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://example.com\n", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("apiDomain", "https://", "--apiDomain is no origin; try https://api.example.com")]
    [EachTemplate("websiteDomain", "localhost:3000", "try https://example.com")]
    [EachTemplate("websiteDomain", "*", "try https://example.com")]
    [EachTemplate("websiteDomain", "https://a.com https://b.com", "try https://example.com")]
    [EachTemplate("apiBasePath", "auth", "--apiBasePath is no plain path; try /auth")]
    [EachTemplate("apiBasePath", "C:/Program Files/Git/auth", "--apiBasePath is no plain path; try /auth")]
    [EachTemplate("apiBasePath", "/auth\";", "--apiBasePath is no plain path; try /auth")]
    [EachTemplate("apiBasePath", "//evil.example.com", "--apiBasePath is no plain path; try /auth")]
    [EachTemplate("apiBasePath", "/auth?x", "--apiBasePath is no plain path; try /auth")]
    [EachTemplate("websiteBasePath", "signin", "--websiteBasePath is no plain path; try /auth")]
    [EachTemplate("connectionUri", "http://localhost:3567", "add --core self-hosted")]
    [EachTemplate("appId", "shop", "add --core self-hosted")]
    public async Task A_bad_value_is_refused_with_a_good_one_and_nothing_is_written(string template, string option, string value, string advice)
        => await IsRefusedAsync(template, "Acme.Api", advice, (option, value));

    [Theory]
    [EachTemplate("localhost:3567")]
    [EachTemplate("https://a.example.com,https://b.example.com")]
    [EachTemplate("https://a.example.com;")]
    [EachTemplate("https://key@core.example.com")]
    [EachTemplate("https://core.example.com?key=1")]
    public async Task A_bad_connection_uri_is_refused(string template, string value)
        => await IsRefusedAsync(template, "Acme.Api", "try https://core.example.com", ("core", "self-hosted"), ("connectionUri", value));

    [Theory]
    [EachTemplate("https://core.example.com")]
    [EachTemplate("http://localhost")]
    public async Task Docker_refuses_a_core_elsewhere(string template, string value)
        => await IsRefusedAsync(template, "Acme.Api", "try --connectionUri http://localhost:3567", ("core", "docker"), ("connectionUri", value));

    [Theory]
    [EachTemplate("Shop")]
    [EachTemplate("my shop")]
    [EachTemplate("appid-shop")]
    [EachTemplate("a/b")]
    public async Task A_bad_app_id_is_refused(string template, string value)
        => await IsRefusedAsync(template, "Acme.Api", "try shop", ("core", "self-hosted"), ("appId", value));

    [Theory]
    [EachTemplate]
    public async Task Https_on_this_machine_and_none_is_refused(string template)
        => await IsRefusedAsync(template, "Acme.Api", "try http://localhost:5100", ("apiDomain", "https://localhost:7001"), ("NoHttps", "true"));

    [Theory]
    [EachTemplate]
    public async Task Two_app_ids_are_refused(string template)
        => await IsRefusedAsync(
            template, "Acme.Api", "leave out --appId", ("core", "self-hosted"), ("connectionUri", "https://core.example.com/appid-a"), ("appId", "b"));

    [Theory]
    [EachTemplate]
    public async Task Managed_without_a_connection_uri_is_refused(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("core", "managed"));

        Assert.Equal(CreationResultStatus.MissingMandatoryParam, app.Status);
        Assert.Contains("connectionUri", app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }

    [Theory]
    [EachTemplate("class")]
    [EachTemplate("Acme.namespace.Api")]
    [EachTemplate("Program")]
    [EachTemplate("Program.Api")]
    [EachTemplate("a..b")]
    [EachTemplate(".hidden")]
    [EachTemplate("SuperTokens.Backend")]
    [EachTemplate("supertokens.embeddedcore")]
    [EachTemplate("Acme.SessionContainer")]
    public async Task A_project_name_that_cannot_compile_is_refused(string template, string name)
        => await IsRefusedAsync(template, name, "try Acme.Api");

    [Theory]
    [EachTemplate("ClassRoom")]
    [EachTemplate("Class")]
    [EachTemplate("My.Programs")]
    [EachTemplate("SuperTokens")]
    [EachTemplate("System")]
    public async Task A_project_name_that_only_looks_reserved_is_taken(string template, string name)
        => Assert.Equal(CreationResultStatus.Success, (await engine.GenerateAsync(template, name)).Status);

    private async Task IsRefusedAsync(string template, string name, string advice, params (string Option, string Value)[] options)
    {
        var app = await engine.GenerateAsync(template, name, options);

        Assert.Equal(CreationResultStatus.CreateFailed, app.Status);
        Assert.Contains(advice, app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }
}
