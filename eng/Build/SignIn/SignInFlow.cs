using System.Security.Cryptography;
using SuperTokens.Build.Pages;

namespace SuperTokens.Build;

/// <summary>What a frontend does with a generated app, in each way to sign in that it offers, checked against the protocol.</summary>
public sealed class SignInFlow : IDisposable
{
    private readonly string _basePath;
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient _client;
    private readonly LocalProvider? _provider;
    private readonly HashSet<string> _recipes;

    /// <summary>Creates the flow, for people nobody has signed up yet.</summary>
    /// <param name="address">Where the app listens.</param>
    /// <param name="basePath">Its API base path, for example <c>/auth</c>; empty or <c>/</c> for none.</param>
    /// <param name="recipes">The recipes of the app, as <c>--recipes</c> calls them.</param>
    /// <param name="provider">The provider that the app was started with; needed if it offers social sign-in.</param>
    public SignInFlow(Uri address, string basePath, IEnumerable<string> recipes, LocalProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        _basePath = basePath.TrimEnd('/');
        _provider = provider;
        _recipes = [.. recipes];
        _client = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>
    /// Whether to try everything a session does: refresh, theft, cookies and sign-out. Default: true. It is the same with every recipe, so
    /// one app of many that is asked is enough.
    /// </summary>
    public bool TriesSessions { get; init; } = true;

    /// <summary>
    /// Where the app's own pages to sign in are, for example <c>/auth</c>; null when it has none. Such a site is used through its pages, too,
    /// and answers with pages where others answer with JSON. Default: null.
    /// </summary>
    public string? PagesBasePath { get; init; }

    /// <summary>What the app has for people with the role <c>admin</c>. Default: <c>/admin</c>.</summary>
    public string AdminPath { get; init; } = "/admin";

    /// <summary>Goes through the whole flow.</summary>
    /// <param name="step">Runs one step; takes its title and what it does.</param>
    /// <param name="cancellationToken">Stops the flow.</param>
    /// <returns>A task that ends with the flow.</returns>
    /// <exception cref="BuildException">An answer was not what the protocol says; the message shows both.</exception>
    public async Task RunAsync(Func<string, Func<Task>, Task> step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        var run = new FlowRun(_client, _basePath, step, cancellationToken) { HasPages = PagesBasePath is not null, AdminPath = AdminPath };
        await run.StepAsync($"GET {run.OpenPath} is open", async () =>
        {
            var open = (await run.GetAsync(run.OpenPath).ConfigureAwait(false)).HasStatus(200);
            _ = run.HasPages ? open : open.Is(200, "hello");
        }).ConfigureAwait(false);
        await run.StepAsync($"GET {run.SessionPath} without a session is 401", async () =>
            (await run.GetAsync(run.SessionPath).ConfigureAwait(false)).Is(401, FlowRun.Unauthorised)).ConfigureAwait(false);
        var ways = Ways();
        foreach (var way in ways)
        {
            var session = await way.RunAsync(run).ConfigureAwait(false);
            if (_recipes.Contains("emailverification"))
            {
                session = await VerifiedEmailSteps.RunAsync(run, way, session).ConfigureAwait(false);
            }

            await run.StepAsync($"GET {run.SessionPath} knows who it is", () => SessionSteps.KnowsAsync(run, session)).ConfigureAwait(false);
            if (TriesSessions && way == ways[0])
            {
                await SessionSteps.RunAsync(run, way, session).ConfigureAwait(false);
            }
        }

        foreach (var (_, runAsync) in FeatureSteps.For(run).Where(feature => _recipes.Contains(feature.Recipe)))
        {
            await runAsync(run, ways[0]).ConfigureAwait(false);
        }

        if (_recipes.Contains("accountlinking"))
        {
            await LinkedAccountSteps.RunAsync(run, ways, _recipes.Contains("emailverification")).ConfigureAwait(false);
        }

        if (PagesBasePath is not null)
        {
            await PageFlow.RunAsync(new SiteRun(run, _client, PagesBasePath.TrimEnd('/'), _recipes), _provider, NewEmail).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private List<ISignInWay> Ways()
    {
        var ways = new List<ISignInWay>();
        if (_recipes.Contains("emailpassword"))
        {
            ways.Add(new EmailPasswordWay(NewEmail("ada")));
        }

        if (_recipes.Contains("passwordless"))
        {
            ways.Add(new PasswordlessWay(NewEmail("grace")));
        }

        if (_recipes.Contains("thirdparty"))
        {
            ways.Add(new ThirdPartyWay(_provider ?? throw new BuildException("Social sign-in needs a provider."), NewEmail("edith")));
        }

        return ways is [] ? throw new BuildException("The app offers no way to sign in that this flow knows.") : ways;
    }

    private static string NewEmail(string name) => $"{name}.{RandomNumberGenerator.GetHexString(12, lowercase: true)}@example.com";
}
