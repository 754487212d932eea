using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Scaling;

/// <summary>
/// Two instances of an application behind one origin, and two hosts of one core. Everything listens on loopback; the instances share nothing
/// in memory but this process. The hosts of the core are proxies of an embedded core, as two real cores share a database.
/// </summary>
internal sealed class TwoOfEach : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _parts = [];

    /// <summary>What a browser talks to.</summary>
    public RoundRobin Origin { get; private set; } = null!;

    /// <summary>The core's hosts.</summary>
    public RoundRobin[] Cores { get; private set; } = null!;

    /// <summary>The instances' own addresses.</summary>
    public string[] Instances { get; private set; } = null!;

    /// <summary>The mails that any of the instances sent.</summary>
    public ConcurrentQueue<EmailMessage> Mails { get; } = new();

    public static async Task<TwoOfEach> StartAsync()
    {
        var all = new TwoOfEach();
        var core = await all.StartCoreAsync();
        all.Cores = [all.Add(await RoundRobin.StartAsync(core)), all.Add(await RoundRobin.StartAsync(core))];
        all.Origin = all.Add(await RoundRobin.StartAsync());
        all.Instances = [await all.StartInstanceAsync(), await all.StartInstanceAsync()];
        all.Origin.SendTo(all.Instances);
        return all;
    }

    /// <summary>Starts one more instance that has seen nothing yet.</summary>
    public async Task<string> StartInstanceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IEmailSender>(new Outbox(Mails));
        builder.Services.AddSuperTokens(options =>
        {
            options.ConnectionUri = string.Join(';', Cores.Select(core => core.Address));
            options.AppInfo.AppName = "Test App";
            options.AppInfo.ApiDomain = Origin.Address;
            options.AppInfo.WebsiteDomain = Origin.Address;
        }).AddEmailPassword().AddPasswordless().AddSession();
        builder.Services.AddLeakCheck();
        var app = Add(builder.Build());
        app.Urls.Add("http://127.0.0.1:0");
        app.UseSuperTokensCors();
        app.UseSuperTokens();
        app.UseAuthorization();
        app.MapGet("/mine", (SessionContainer session) => session.UserId).RequireSession();
        app.MapGet("/mine-now", (SessionContainer session) => session.UserId).RequireSession(new VerifySessionOptions { CheckDatabase = true });
        await app.StartAsync();
        return app.Urls.Single();
    }

    /// <summary>Somebody's browser: it keeps cookies and knows one origin.</summary>
    public HttpClient CreateBrowser()
    {
        var browser = new HttpClient(new CookieHandler(new SocketsHttpHandler { UseCookies = false })) { BaseAddress = new Uri(Origin.Address) };
        browser.DefaultRequestHeaders.Add("st-auth-mode", "cookie");
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            await _parts[i].DisposeAsync();
        }
    }

    private async Task<string> StartCoreAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSuperTokens(options =>
        {
            options.AppInfo.AppName = "Core";
            options.AppInfo.ApiDomain = options.AppInfo.WebsiteDomain = "http://localhost:3567";
            options.RunDoctorAtStart = false;
        }).UseTestCore();
        builder.Services.AddLeakCheck();
        var app = Add(builder.Build());
        app.Urls.Add("http://127.0.0.1:0");
        app.MapSuperTokensCore();
        await app.StartAsync();
        return app.Urls.Single();
    }

    private T Add<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }

    private sealed class Outbox(ConcurrentQueue<EmailMessage> mails) : IEmailSender
    {
        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            mails.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
