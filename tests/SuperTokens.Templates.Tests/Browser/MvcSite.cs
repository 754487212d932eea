using Microsoft.Playwright;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>
/// The MVC site with all recipes, generated, built against the libraries of this repository, and running, and a browser to use it with.
/// </summary>
public sealed class MvcSite : IAsyncLifetime
{
    internal const string Collection = "MVC site in a browser";

    private const string Name = "Acme.Site";

    /// <summary>How long a page may take to come, also while the machine builds other things.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _folder = Directory.CreateTempSubdirectory("supertokens-mvc-").FullName;

    private GeneratedProject? _project;
    private LocalProvider? _provider;
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the site is, without a slash at the end.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>Where the provider of social sign-in is.</summary>
    internal string ProviderOrigin => new Uri(_provider!.Settings.Values.Single(value => value.EndsWith("openid-configuration", StringComparison.Ordinal))).GetLeftPart(UriPartial.Authority);

    /// <summary>What the site printed.</summary>
    internal string Output => _app!.Output;

    public async Task InitializeAsync()
    {
        _project = await BuildAsync();
        _provider = await LocalProvider.StartAsync();
        _app = await StartAsync();
        Address = _app.Address.GetLeftPart(UriPartial.Authority);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_provider?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the site, once more where that is asked for, with settings of its own.</summary>
    internal Task<AppProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var address = BuiltApp.FreeAddress();
        var all = new Dictionary<string, string>(_provider!.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address,
            ["SuperTokens__AppInfo__ApiDomain"] = address,
            ["SuperTokens__AppInfo__WebsiteDomain"] = address,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return AppProcess.StartAsync(_project!.Assembly, _project.Folder, all, show: false, CancellationToken.None);
    }

    /// <summary>Lets somebody use the site with a browser of their own, and asks afterwards that the browser had nothing to complain about.</summary>
    internal async Task VisitAsync(Func<Visitor, Task> use, bool scripts = true, string? address = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        await using (context)
        {
            context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
            var visitor = new Visitor(context, address ?? Address, ProviderOrigin);
            await visitor.OpenTabAsync();
            await use(visitor);
            Assert.Empty(visitor.Complaints);
        }
    }

    private Task<GeneratedProject> BuildAsync()
        // As README.md says for a site below a path.
        => BuiltApp.BuildAsync(
            _folder,
            "mvc",
            Name,
            [("var app = builder.Build();",
            """
            var app = builder.Build();
            if (app.Configuration["PathBase"] is { } pathBase)
            {
                app.UsePathBase(pathBase);
                app.UseRouting();
            }
            """)],
            ("appName", "Acme"),
            ("recipes", string.Join('|', RecipeSet.Names)));
}
