using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.EmbeddedCore.Tests;

/// <summary>An application on a real port that serves an embedded core in memory.</summary>
internal sealed class HttpCore : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpCore(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public HttpClient Client { get; }

    public static async Task<HttpCore> StartAsync(EmbeddedCoreOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddSingleton(time);
        builder.Services
            .AddSuperTokens(app =>
            {
                app.AppInfo.AppName = "Test";
                app.AppInfo.ApiDomain = "http://localhost:4000";
                app.AppInfo.WebsiteDomain = "http://localhost:3000";
            })
            .UseEmbeddedCore(core =>
            {
                core.InMemory = true;
                core.BcryptCost = options.BcryptCost;
                core.NewPrivateKey = options.NewPrivateKey;
                core.ApiKeys = options.ApiKeys;
                core.CoreConfig = options.CoreConfig;
            });
        var leaks = builder.Services.AddLeakCheck();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapSuperTokensCore();
        await app.StartAsync();
        var address = app.Urls.Single();
        return new HttpCore(app, new HttpClient(new LeakHandler(leaks, new SocketsHttpHandler())) { BaseAddress = new Uri(address) });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
