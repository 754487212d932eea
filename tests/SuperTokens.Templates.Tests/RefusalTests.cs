using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests;

/// <summary>What cannot work is refused before a file is written; the message says what is wrong and shows a right value.</summary>
public sealed class RefusalTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private const string NameAdvice = "name taken or unlike Acme.Api";

    private static readonly string[] s_origins =
    [
        "example.com", "localhost:3000", "//example.com", "ftp://example.com", "HTTPS://example.com", "https:/example.com", "https://", "*", "null",
        "https://example.com/path", "https://example.com//", "https://example.com?x=1", "https://example.com#x", "https://user:secret@example.com",
        "https://example.com:0", "https://example.com:65536", "https://example.com:99999", "https://example.com:080", "https://example.com:", "https://example.com:https", "https://example.com:٣",
        "https://a..example.com", "https://.example.com", "https://example.com.", "https://-example.com", "https://example.com-", "https://exa_mple.com", "https://ex%61mple.com", "https://müller.de", "https://*.example.com",
        "https://256.1.1.1", "https://1.2.3", "https://123", "https://[1]", "https://[:::1]", "https://::1", "https://[::1", "https://[::g]",
        "https://example.com\"", "https://example.com\n", " https://example.com", "https://example.com ", "https://a.com https://b.com", "https://a.com,https://b.com", "https://example.com\\",
    ];

    private static readonly string[] s_paths =
    [
        "auth", "C:/Program Files/Git/auth", "/auth\";", "//evil.example.com", "/auth//", "/a//b", "/auth?x", "/auth#x", "/a b", "/auth ", " /auth", "/auth\n",
        "/..", "/.", "/a/../b", "/a/./b", "/auth/..", "/%61uth", "/a%2fb", "/ä", "\\auth", "/a\\b", "/{tenant}", "/*", "https://example.com/auth",
    ];

    private static readonly string[] s_hosts =
    [
        "localhost:3567", "core.example.com", "https://a.example.com,https://b.example.com", "https://a.example.com;", ";https://a.example.com", "https://a.example.com; https://b.example.com",
        "https://key@core.example.com", "https://core.example.com?key=1", "https://core.example.com:0", "https://core.example.com:70000", "https://core.example.com/../x", "https://core.example.com/a//b",
        "https://core.example.com/appid-", "https://core.example.com/appid-Shop", "https://core.example.com/appid-shop/tenant", "postgres://core.example.com", "https://core..example.com", "https://core.example.com\n",
    ];

    private static readonly string[] s_appIds = ["Shop", "my shop", "appid-shop", "a/b", "shop_1", "/shop", "shop?", "é", "shop\n"];

    /// <summary>Names of which a part is none; the types and packages have a test of their own.</summary>
    private static readonly string[] s_parts =
    [
        "class", "Acme.class", "Acme.namespace.Api", "int.Api", "Program", "Program.Api", "Acme.Program", "a..b", ".hidden", ".x", "App.", "Acme.SessionContainer", "Task", "Acme.Task.Api",
        "SuperTokens.Backend", "supertokens.embeddedcore", "System", "System.Text.Json", "Xunit", "xunit.core", "Microsoft.AspNetCore", "microsoft.data.sqlite", "Microsoft.NET.Test.Sdk", "mscorlib",
    ];

    private static readonly string[] s_fileNames =
    [
        " ", "   ", " App", "App ", "A/B", @"A\B", "A:B", "A*B", "A?B", "A\"B", "A<B", "A>B", "A|B", "A&B", "A;B", "A%20B", "A$(B)", "A@(B)", "O'Neil", "A,B", "A=B", "A\tB", "A\nB", "A\u0001B",
        "con", "CON", "nul.Api", "Com1", "lpt9.x", new string('a', 65),
    ];

    private static readonly string[] s_goodOrigins =
    [
        "http://localhost", "http://localhost:1", "https://example.com:65535", "https://EXAMPLE.com", "https://a-b.example.co.uk/", "https://xn--mller-kva.de", "http://127.0.0.1:5100",
        "http://255.255.255.255", "http://[::1]:5100", "https://[2001:db8::1]", "https://1a.example.com",
    ];

    private static readonly string[] s_goodPaths = ["/", "/a", "/auth/", "/api/v1.0/auth", "/...", "/.well", "/~me/_x-y", "/AUTH"];

    private static readonly string[] s_goodHosts =
    [
        "", "https://core.example.com", "http://core:3567/", "https://a.example.com;https://b.example.com/base/path/;http://10.0.0.1:3567", "https://core.example.com/base/appid-shop", "http://[::1]:3567",
    ];

    private static readonly string[] s_goodNames =
    [
        "Acme.Api", "Class", "ClassRoom", "class-room", "My.Programs", "SuperTokens", "Acme.System", "Acme.Xunit", "Microsoft", "Systematic", "1", "_", "-App", "Acme Api", "A#B", "A(B)!", "A+B", "A@B",
        "日本語", "record", "var", "Console", "Connect", "Com10", new string('a', 64),
    ];

    /// <summary>The start of each guard's message, what it refuses, and what is at the edge of that and works.</summary>
    private static readonly (string Message, string[] Bad, string[] Good)[] s_guards =
    [
        ("name", [.. s_parts, .. s_fileNames], s_goodNames),
        ("appName", [" ", " \t\n"], ["", "Acme", " x "]),
        ("apiDomain unlike https", s_origins, s_goodOrigins),
        ("apiBasePath unlike", s_paths, s_goodPaths),
        ("websiteBasePath", s_paths, s_goodPaths),
        ("connectionUri unlike https", s_hosts, s_goodHosts),
        ("appId unlike", s_appIds, ["", "shop", "1", "a-b", "public"]),
        ("connectionUri, appId", ["embedded|http://localhost:3567|", "embedded||shop", "embedded|http://localhost:3567|shop"], ["embedded||", "docker|http://localhost:3567|shop"]),
        (
            "connectionUri unlike http:",
            [
                "docker|https://core.example.com|", "docker|http://localhost|", "docker|https://localhost:3567|", "docker|http://localhost:3567;http://localhost:3568|", "docker|http://10.0.0.1:3567|",
                "docker|http://localhost:3567/base|", "docker|http://localhost:0|",
            ],
            ["docker|http://localhost:1|", "docker|http://127.0.0.1:65535/|", "self-hosted|https://core.example.com|", "docker||shop"]),
        ("connectionUri has an app", ["self-hosted|https://core.example.com/appid-a|b"], ["self-hosted|https://core.example.com/appid-a|", "managed|https://core.example.com|b"]),
        ("apiDomain unlike http:", ["true|https://localhost:7001|https://localhost:7001", "True|https://127.0.0.1|"], ["false|https://localhost:7001|", "true|http://localhost:5100|https://example.com"]),
    ];

    [Theory]
    [EachTemplate]
    public void Each_guard_refuses_what_cannot_work_and_nothing_else(string template)
    {
        var guards = new Guards(template);
        var all = (template == TemplateNames.Mvc ? s_guards : s_guards.Append(("websiteDomain", s_origins, s_goodOrigins)))
            .Concat(template == TemplateNames.Functions ? [("apiBasePath taken", ["/admin", "/Admin/auth", "/administration", "/runtime", "/~me", "/tenants", "/supertokens/inbox/"], ["/", "/auth", "/auth/admin", "/a~", "/tenants/auth", "/supertokens"])] : []);

        Assert.All(all, guard => Assert.All(guard.Item2, value => Assert.True(guards.Refuses(guard.Item1, value), value)));
        Assert.All(all, guard => Assert.All(guard.Item3, value => Assert.False(guards.Refuses(guard.Item1, value), value)));
        Assert.Equal(all.Count() + (template == TemplateNames.Mvc ? 1 : 0), guards.Messages.Count);
    }

    /// <summary>A guard is of use where the engine has it look at the right value; its message is what people read.</summary>
    [Theory]
    [EachTemplate("apiDomain=https://example.com/path", "apiDomain unlike https://example.com")]
    [EachTemplate("apiBasePath=/a/../b", "apiBasePath unlike /auth")]
    [EachTemplate("websiteBasePath=signin", "websiteBasePath unlike /auth")]
    [EachTemplate("core=self-hosted connectionUri=localhost:3567", "connectionUri unlike https://example.com")]
    [EachTemplate("core=managed connectionUri=core.example.com", "connectionUri unlike https://example.com")]
    [EachTemplate("core=self-hosted appId=Shop", "appId unlike shop-1")]
    [EachTemplate("appName= ", "appName blank; try Acme")]
    [EachTemplate("connectionUri=http://localhost:3567", "connectionUri, appId need --core self-hosted")]
    [EachTemplate("appId=shop", "connectionUri, appId need --core self-hosted")]
    [EachTemplate("core=docker connectionUri=https://core.example.com", "connectionUri unlike http://localhost:3567 (docker)")]
    [EachTemplate("core=self-hosted connectionUri=https://core.example.com/appid-a appId=b", "connectionUri has an app; drop appId")]
    [EachTemplate("NoHttps=true apiDomain=https://[::1]:7001/", "apiDomain unlike http://localhost (no-https)")]
    public async Task A_bad_value_is_refused_with_a_good_one_before_a_file_is_written(string template, string options, string advice)
        => await IsRefusedAsync(template, "Acme.Api", advice, GenerationTests.Parse(options));

    [Theory]
    [EachTemplate("Acme.class", NameAdvice)]
    [EachTemplate("A&B", NameAdvice)]
    public async Task A_bad_name_is_refused_before_a_file_is_written(string template, string name, string advice)
        => await IsRefusedAsync(template, name, advice);

    [Theory]
    [EachTemplate("Class-room #1 (日本)", "apiDomain=https://[2001:db8::1]:65535/ apiBasePath=/ websiteBasePath=/.well/~me core=self-hosted connectionUri=http://core:1/base/;https://b.example.com appId=1")]
    [EachTemplate("_", "apiDomain=http://127.0.0.1:1 core=docker connectionUri=http://127.0.0.1:65535/")]
    public async Task What_is_at_the_edge_is_taken(string template, string name, string options)
        => await IsTakenAsync(template, name, GenerationTests.Parse(options));

    [Theory]
    [InlineData("websiteDomain=https://example.com")]
    [InlineData("websiteDomain=example.com")]
    [InlineData("apiDomain=https://www.example.com websiteDomain=https://example.com")]
    public async Task A_website_elsewhere_is_refused_where_pages_and_API_are_one_site(string options)
        => await IsRefusedAsync(TemplateNames.Mvc, "Acme.Site", "websiteDomain unlike apiDomain; drop it", GenerationTests.Parse(options));

    [Fact]
    public async Task The_same_website_is_taken_where_pages_and_API_are_one_site()
        => await IsTakenAsync(TemplateNames.Mvc, "Acme.Site", ("apiDomain", "https://www.example.com"), ("websiteDomain", "https://www.example.com/"));

    [Theory]
    [InlineData(TemplateNames.WebApi)]
    [InlineData(TemplateNames.MinimalApi)]
    [InlineData(TemplateNames.Functions)]
    public async Task A_website_domain_that_is_no_origin_is_refused(string template)
        => await IsRefusedAsync(template, "Acme.Api", "websiteDomain unlike https://example.com", ("websiteDomain", "*"));

    [Theory]
    [EachTemplate]
    public async Task Managed_without_a_connection_uri_is_refused(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme.Api", ("core", "managed"));

        Assert.Equal(CreationResultStatus.MissingMandatoryParam, app.Status);
        Assert.Contains("connectionUri", app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }

    private async Task IsRefusedAsync(string template, string name, string advice, params (string Option, string Value)[] options)
    {
        var app = await engine.GenerateAsync(template, name, options);

        Assert.True(app.Status == CreationResultStatus.CreateFailed, $"{template} takes '{name}' {string.Join(' ', options)}");
        Assert.Contains(advice, app.Error, StringComparison.Ordinal);
        Assert.Empty(app.Files);
    }

    private async Task IsTakenAsync(string template, string name, params (string Option, string Value)[] options)
    {
        var app = await engine.GenerateAsync(template, name, options);

        Assert.True(app.Status == CreationResultStatus.Success, $"{template} refuses '{name}' {string.Join(' ', options)}: {app.Error}");
    }
}
