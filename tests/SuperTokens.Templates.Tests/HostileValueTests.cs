using System.Text.Json;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What people type is data: it comes out as it went in, or is refused before a file is written.</summary>
public sealed class HostileValueTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    [Theory]
    [InlineData("Ben & Co")]
    [InlineData("She said \"hi\"")]
    [InlineData("it's")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData(@"C:\new\table \u0041 \\")]
    [InlineData("$1 ${x} $(Configuration) %25 %(Identity) ;")]
    [InlineData("{{name}} {0} #{x} #if (false) //#endif <!--#if (x)-->")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("Zażółć 日本 🔑 \u2028 e\u0301")]
    [InlineData("*/ --> *@ */")]
    [InlineData("SuperTokensApp.1 API_DOMAIN_VALUE APP_NAME_LITERAL net10.0")]
    [InlineData("-n --help")]
    [InlineData("   ")]
    public async Task An_app_name_comes_out_as_it_went_in(string appName)
    {
        var app = await engine.GenerateAsync("Acme.Api", ("appName", appName));

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal(appName, settings.RootElement.GetProperty("SuperTokens").GetProperty("AppInfo").GetProperty("AppName").GetString());
        Assert.DoesNotContain("</script", app.Text("appsettings.json"), StringComparison.Ordinal);
        // The name is in no other file: whatever it holds, the rest is what it always is.
        var usual = await engine.GenerateAsync("Acme.Api");
        Assert.All(usual.Files.Keys.Where(path => path != "appsettings.json"), path => Assert.Equal(usual.Text(path), app.Text(path)));
    }

    [Fact]
    public async Task Without_an_app_name_the_project_name_is_shown()
    {
        var app = await engine.GenerateAsync("Ben \"O'Neil\" & Co");

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal("Ben \"O'Neil\" & Co", settings.RootElement.GetProperty("SuperTokens").GetProperty("AppInfo").GetProperty("AppName").GetString());
    }

    [Fact]
    public async Task Markdown_in_a_project_name_is_text_in_the_readme()
    {
        var app = await engine.GenerateAsync("A*b*[c](d)_e_");

        Assert.StartsWith(@"# A\*b\*\[c\]\(d\)\_e\_", app.Text("README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiDomain", "example.com", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://example.com/path", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://example.com?x=1", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://user:secret@example.com", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "ftp://example.com", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://example.com\"", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://example.com\n", "--apiDomain https://api.example.com")]
    [InlineData("apiDomain", "https://", "--apiDomain https://api.example.com")]
    [InlineData("websiteDomain", "localhost:3000", "--websiteDomain https://example.com")]
    [InlineData("websiteDomain", "*", "--websiteDomain https://example.com")]
    [InlineData("websiteDomain", "https://a.com https://b.com", "--websiteDomain https://example.com")]
    [InlineData("apiBasePath", "auth", "--apiBasePath /auth")]
    [InlineData("apiBasePath", "C:/Program Files/Git/auth", "--apiBasePath /auth")]
    [InlineData("apiBasePath", "/auth\";", "--apiBasePath /auth")]
    [InlineData("apiBasePath", "//evil.example.com", "--apiBasePath /auth")]
    [InlineData("apiBasePath", "/auth?x", "--apiBasePath /auth")]
    [InlineData("websiteBasePath", "signin", "--websiteBasePath /auth")]
    [InlineData("connectionUri", "http://localhost:3567", "Add --core self-hosted")]
    [InlineData("appId", "shop", "Add --core self-hosted")]
    public async Task A_bad_value_is_refused_with_a_good_one_and_nothing_is_written(string option, string value, string advice)
        => await IsRefusedAsync("Acme.Api", advice, (option, value));

    [Theory]
    [InlineData("localhost:3567")]
    [InlineData("https://a.example.com,https://b.example.com")]
    [InlineData("https://a.example.com;")]
    [InlineData("https://key@core.example.com")]
    [InlineData("https://core.example.com?key=1")]
    public async Task A_bad_connection_uri_is_refused(string value)
        => await IsRefusedAsync("Acme.Api", "--connectionUri https://core.example.com", ("core", "self-hosted"), ("connectionUri", value));

    [Theory]
    [InlineData("https://core.example.com")]
    [InlineData("http://localhost")]
    public async Task Docker_refuses_a_core_elsewhere(string value)
        => await IsRefusedAsync("Acme.Api", "--connectionUri http://localhost:3567", ("core", "docker"), ("connectionUri", value));

    [Theory]
    [InlineData("Shop")]
    [InlineData("my shop")]
    [InlineData("appid-shop")]
    [InlineData("a/b")]
    public async Task A_bad_app_id_is_refused(string value)
        => await IsRefusedAsync("Acme.Api", "--appId shop", ("core", "self-hosted"), ("appId", value));

    [Fact]
    public async Task Https_on_this_machine_and_none_is_refused()
        => await IsRefusedAsync("Acme.Api", "--apiDomain http://localhost:5100", ("apiDomain", "https://localhost:7001"), ("NoHttps", "true"));

    [Fact]
    public async Task Two_app_ids_are_refused()
        => await IsRefusedAsync(
            "Acme.Api", "Leave out --appId", ("core", "self-hosted"), ("connectionUri", "https://core.example.com/appid-a"), ("appId", "b"));

    [Fact]
    public async Task Managed_without_a_connection_uri_is_refused()
    {
        var app = await engine.GenerateAsync("Acme.Api", ("core", "managed"));

        Assert.Equal(CreationResultStatus.MissingMandatoryParam, app.Status);
        Assert.Contains("connectionUri", app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("Acme.namespace.Api")]
    [InlineData("Program")]
    [InlineData("Program.Api")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("SuperTokens.Backend")]
    [InlineData("supertokens.embeddedcore")]
    [InlineData("Acme.SessionContainer")]
    public async Task A_project_name_that_cannot_compile_is_refused(string name)
        => await IsRefusedAsync(name, "--name Acme.Api");

    [Theory]
    [InlineData("ClassRoom")]
    [InlineData("Class")]
    [InlineData("My.Programs")]
    [InlineData("SuperTokens")]
    [InlineData("System")]
    public async Task A_project_name_that_only_looks_reserved_is_taken(string name)
        => Assert.Equal(CreationResultStatus.Success, (await engine.GenerateAsync(name)).Status);

    private async Task IsRefusedAsync(string name, string advice, params (string Option, string Value)[] options)
    {
        var app = await engine.GenerateAsync(name, options);

        Assert.Equal(CreationResultStatus.CreateFailed, app.Status);
        Assert.Contains(advice, app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }
}
