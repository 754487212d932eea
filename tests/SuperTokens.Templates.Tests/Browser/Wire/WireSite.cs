using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Skipping;

namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>
/// A website on one origin, with SuperTokens' npm packages in its pages, and the generated web API, running, on another, and a browser to use them with.
/// </summary>
public sealed class WireSite : IAsyncLifetime
{
    private const string Name = "Acme.Api";

    /// <summary>How long the browser may take, also while the machine builds other things.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // What a website would not need: tokens that expire while somebody waits, and how many sessions somebody has.
    private static readonly (string Old, string New)[] s_edits =
    [
        ("UseEmbeddedCore();", """UseEmbeddedCore(core => core.CoreConfig = core.CoreConfig with { AccessTokenValidity = builder.Configuration.GetValue("AccessTokenValidity", 3600) });"""),
        ("app.Run();", """
            app.MapGet("/sessions", async (SuperTokens.Backend.Recipes.Session.SessionContainer session) => (await session.ListAllAsync()).Count).RequireSession();
            app.Run();
            """),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("supertokens-wire-").FullName;
    private readonly string _website = BuiltApp.FreeAddress();

    private WebApplication? _pages;
    private GeneratedProject? _project;
    private AppProcess? _api;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null || NpmPages.Failure is not null)
        {
            return;
        }

        _pages = await ServePagesAsync();
        _project = await BuiltApp.BuildAsync(_folder, "webapi", Name, s_edits, ("appName", "Acme"), ("recipes", "emailpassword|emailverification|usermetadata"));
        _api = await StartApiAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_pages?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Lets somebody use the website with a browser of their own, and asks afterwards that no script failed, no answer was kept from one, and nobody was taken for a thief.</summary>
    /// <param name="package">The package in the page: <c>web-js</c> or <c>website</c>.</param>
    /// <param name="mode">How the session is carried: <c>cookie</c> or <c>header</c>.</param>
    /// <param name="use">What they do.</param>
    /// <exception cref="SkippedException">The packages are not to be had here.</exception>
    internal Task VisitAsync(string package, string mode, Func<WireVisitor, Task> use)
    {
        SkipWithoutPackages();
        return VisitAsync(_api!, package, mode, use);
    }

    /// <summary>The same with an API that has settings of its own.</summary>
    internal async Task VisitAsync(string package, string mode, (string Name, string Value) setting, Func<WireVisitor, Task> use)
    {
        SkipWithoutPackages();
        await using var api = await StartApiAsync(setting);
        await VisitAsync(api, package, mode, use);
    }

    private static void SkipWithoutPackages()
    {
        if (NpmPages.Failure is { } failure)
        {
            throw NpmPages.IsRequired ? new InvalidOperationException(failure) : new SkippedException(NpmPages.Reason);
        }
    }

    private async Task VisitAsync(AppProcess api, string package, string mode, Func<WireVisitor, Task> use)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = _website });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visitor = new WireVisitor(context, api, package, mode);
        await visitor.OpenTabAsync();
        await use(visitor);
        Assert.Empty(visitor.Complaints);
        Assert.DoesNotContain("was used again after its successor", api.Output, StringComparison.Ordinal);
    }

    private async Task<AppProcess> StartApiAsync(params (string Name, string Value)[] settings)
    {
        var address = BuiltApp.FreeAddress();
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address,
            ["SuperTokens__AppInfo__ApiDomain"] = address,
            ["SuperTokens__AppInfo__WebsiteDomain"] = _website,
            ["SuperTokens__EmailVerification__Mode"] = "Optional",
            ["SuperTokens__RateLimiting__SignUpsPerAddress__Permits"] = "1000",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await AppProcess.StartAsync(_project!.Assembly, _project.Folder, all, show: false, CancellationToken.None);
    }

    private async Task<WebApplication> ServePagesAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(_website);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/{package}.js", (string package) => Results.File(Path.Combine(NpmPages.Scripts, package + ".js"), "text/javascript"));
        app.MapGet("/{package}", async (string package) => Results.Content((await File.ReadAllTextAsync(NpmPages.Html)).Replace("PACKAGE", package, StringComparison.Ordinal), "text/html"));
        app.MapGet("/", () => Results.Content("<!doctype html><title>No package</title>", "text/html"));
        await app.StartAsync();
        return app;
    }
}
