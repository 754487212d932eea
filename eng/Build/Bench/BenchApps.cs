using System.Net.Http.Json;
using System.Text.Json;

namespace SuperTokens.Build.Bench;

/// <summary>The servers of one comparison, all with one core.</summary>
internal sealed class BenchApps : IAsyncDisposable
{
    internal const string SignInPath = "auth/signin";
    internal const string SignInJson = """{"formFields":[{"id":"email","value":"someone@example.com"},{"id":"password","value":"correct-horse-1"}]}""";

    // So few are remembered that each of a file's tokens is new again when its turn comes.
    private const int Forgetful = 100;
    private const int Tokens = 1_000;

    private readonly List<BenchServer> _servers = [];

    internal static readonly string[] SignInHeaders = ["st-auth-mode", "header", "rid", "emailpassword"];

    internal BenchCore Core { get; private set; } = null!;

    internal BenchServer Plain { get; private set; } = null!;

    internal BenchServer JwtBearer { get; private set; } = null!;

    internal BenchServer Ours { get; private set; } = null!;

    internal BenchServer OursForgetful { get; private set; } = null!;

    internal BenchServer Node { get; private set; } = null!;

    internal string SeenToken { get; private set; } = null!;

    internal FileInfo NewTokens { get; private set; } = null!;

    /// <summary>Starts them all and checks that each lets in who has a token, and nobody else.</summary>
    internal static async Task<BenchApps> StartAsync(string work, string loadApps, GeneratedProject ours, string node, CancellationToken cancellationToken)
    {
        var apps = new BenchApps();
        try
        {
            var none = new Dictionary<string, string>();
            apps.Core = new BenchCore(await apps.AddAsync(() => BenchServer.DotnetAsync(work, [loadApps, "core", Path.Combine(work, "data")], none, cancellationToken)).ConfigureAwait(false));
            var core = apps.Core.Server.Address.ToString().TrimEnd('/');
            var withCore = new Dictionary<string, string> { ["SuperTokens__ConnectionUri"] = core };
            var withSmallCache = new Dictionary<string, string>(withCore) { ["SuperTokens__Session__AccessTokenCacheSize"] = $"{Forgetful}" };
            apps.Plain = await apps.AddAsync(() => BenchServer.DotnetAsync(work, [loadApps, "plain"], none, cancellationToken)).ConfigureAwait(false);
            apps.Ours = await apps.AddAsync(() => BenchServer.DotnetAsync(ours.Folder, [ours.Assembly], withCore, cancellationToken)).ConfigureAwait(false);
            apps.OursForgetful = await apps.AddAsync(() => BenchServer.DotnetAsync(ours.Folder, [ours.Assembly], withSmallCache, cancellationToken)).ConfigureAwait(false);
            await apps.CreateTokensAsync(work, cancellationToken).ConfigureAwait(false);
            apps.JwtBearer = await apps.AddAsync(() => BenchServer.DotnetAsync(work, [loadApps, "jwtbearer", core, BenchCore.Issuer], none, cancellationToken)).ConfigureAwait(false);
            apps.Node = await apps.AddAsync(() => BenchServer.NodeAsync(node, "server.js", core, cancellationToken)).ConfigureAwait(false);
            await apps.CheckAsync(cancellationToken).ConfigureAwait(false);
            return apps;
        }
        catch
        {
            await apps.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts an app with a number of routes. It stays until all end.</summary>
    internal Task<BenchServer> StartRoutesAsync(string work, string loadApps, int routes, CancellationToken cancellationToken)
        => AddAsync(() => BenchServer.DotnetAsync(work, [loadApps, "routes", $"{routes}", Core.Server.Address.ToString()], new Dictionary<string, string>(), cancellationToken));

    /// <summary>How many calls to the core one sign-in takes, once the app is warm.</summary>
    internal async Task<int> CoreCallsOfSignInAsync(BenchServer app, CancellationToken cancellationToken)
    {
        var before = await Core.CallsAsync(cancellationToken).ConfigureAwait(false);
        await PostAsync(app, SignInPath, cancellationToken).ConfigureAwait(false);
        return await Core.CallsAsync(cancellationToken).ConfigureAwait(false) - before;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(_servers))
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task PostAsync(BenchServer app, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(SignInJson, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("st-auth-mode", "header");
        using var answer = await app.Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode || json.GetProperty("status").GetString() != "OK")
        {
            throw new BuildException($"{app.Address}{path} answered {answer.StatusCode}: {json}");
        }
    }

    private static async Task CheckAsync(BenchServer app, string? token, System.Net.HttpStatusCode expected, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("sessioninfo", UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var answer = await app.Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode != expected)
        {
            throw new BuildException($"{app.Address}sessioninfo answered {answer.StatusCode} in place of {expected}.");
        }
    }

    private async Task<BenchServer> AddAsync(Func<Task<BenchServer>> start)
    {
        var server = await start().ConfigureAwait(false);
        _servers.Add(server);
        return server;
    }

    private async Task CreateTokensAsync(string work, CancellationToken cancellationToken)
    {
        SeenToken = await Core.CreateTokenAsync(cancellationToken).ConfigureAwait(false);
        var tokens = new List<string>();
        for (var i = 0; i < Tokens; i++)
        {
            tokens.Add(await Core.CreateTokenAsync(cancellationToken).ConfigureAwait(false));
        }

        NewTokens = new FileInfo(Path.Combine(work, "tokens.txt"));
        await File.WriteAllLinesAsync(NewTokens.FullName, tokens, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await PostAsync(Ours, "auth/signup", cancellationToken).ConfigureAwait(false);
        foreach (var app in new[] { JwtBearer, Ours, OursForgetful, Node })
        {
            await CheckAsync(app, SeenToken, System.Net.HttpStatusCode.OK, cancellationToken).ConfigureAwait(false);
            await CheckAsync(app, null, System.Net.HttpStatusCode.Unauthorized, cancellationToken).ConfigureAwait(false);
            await CheckAsync(app, SeenToken[..^6] + "AAAAAA", System.Net.HttpStatusCode.Unauthorized, cancellationToken).ConfigureAwait(false);
        }
    }
}
