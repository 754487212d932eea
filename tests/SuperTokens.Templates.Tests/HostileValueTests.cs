using System.Text.Json;
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
        var app = await engine.GenerateAsync(template, "Ben (Co) #1 Straße");

        using var settings = JsonDocument.Parse(app.Text("appsettings.json"));
        Assert.Equal("Ben (Co) #1 Straße", settings.RootElement.GetProperty("SuperTokens").GetProperty("AppInfo").GetProperty("AppName").GetString());
    }

    [Theory]
    [EachTemplate]
    public async Task Markdown_in_a_project_name_is_text_in_the_readme(string template)
    {
        var app = await engine.GenerateAsync(template, "A `b` [c](d)_e_");

        Assert.StartsWith(@"# A \`b\` \[c\]\(d\)\_e\_", app.Text("README.md"), StringComparison.Ordinal);
    }
}
