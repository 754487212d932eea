using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Testing;

/// <summary>
/// An application with SuperTokens, in memory: API at http://localhost:4000, website at http://localhost:3000, as in the
/// recordings. Its pipeline is the one the README shows. When it ends, it fails the test if anything was logged, at any level, that must not be.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LeakScanner _leaks;

    private TestApp(WebApplication app, TestLog log, LeakScanner leaks, FakeTimeProvider time)
    {
        _app = app;
        _leaks = leaks;
        Log = log;
        Time = time;
    }

    /// <summary>The application's clock: it stands still until a test moves it.</summary>
    public FakeTimeProvider Time { get; }

    public TestLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public TestServer Server => _app.GetTestServer();

    /// <summary>Starts an application.</summary>
    /// <param name="setUp">Adds recipes, overrides and a core.</param>
    /// <param name="configure">Changes the options. Default: nothing.</param>
    /// <param name="map">Maps the application's own endpoints. Default: none.</param>
    /// <param name="environment">The hosting environment. Default: Production, where nothing is on just for developers.</param>
    /// <param name="useAuthorization">Whether the application calls <c>UseAuthorization</c>. Default: true; else ASP.NET Core does, before all else.</param>
    /// <returns>The running application.</returns>
    public static async Task<TestApp> StartAsync(
        Action<SuperTokensBuilder> setUp,
        Action<SuperTokensOptions>? configure = null,
        Action<WebApplication>? map = null,
        string environment = "Production",
        bool useAuthorization = true)
    {
        var log = new TestLog();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAuthorization();
        setUp(builder.Services.AddSuperTokens(options =>
        {
            options.AppInfo.AppName = "Test App";
            options.AppInfo.ApiDomain = "http://localhost:4000";
            options.AppInfo.WebsiteDomain = "http://localhost:3000";

            // Tests count what the core is asked.
            options.RunDoctorAtStart = false;
            configure?.Invoke(options);
        }));
        var leaks = builder.Services.AddLeakCheck(log);
        var app = builder.Build();
        app.UseSuperTokensCors();
        app.UseSuperTokens();
        if (useAuthorization)
        {
            app.UseAuthorization();
        }

        map?.Invoke(app);
        await app.StartAsync();
        return new TestApp(app, log, leaks, time);
    }

    /// <summary>Starts an application whose core is a stub.</summary>
    /// <param name="core">The core.</param>
    /// <param name="setUp">Adds recipes and overrides. Default: none.</param>
    /// <param name="configure">Changes the options. Default: nothing.</param>
    /// <param name="map">Maps the application's own endpoints. Default: none.</param>
    /// <param name="environment">The hosting environment. Default: Production.</param>
    /// <returns>The running application.</returns>
    public static Task<TestApp> StartAsync(
        StubCore core,
        Action<SuperTokensBuilder>? setUp = null,
        Action<SuperTokensOptions>? configure = null,
        Action<WebApplication>? map = null,
        string environment = "Production")
        => StartAsync(
            builder =>
            {
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => core);
                setUp?.Invoke(builder);
            },
            options =>
            {
                options.ConnectionUri = "http://core.test";
                configure?.Invoke(options);
            },
            map,
            environment);

    /// <summary>A client like a browser at http://localhost:4000: it keeps cookies.</summary>
    /// <returns>The client.</returns>
    public HttpClient CreateClient() => new(new CookieHandler(new LeakHandler(_leaks, Server.CreateHandler()))) { BaseAddress = new Uri("http://localhost:4000") };

    /// <summary>Stops the application as its host does: what it still has to do, it does now.</summary>
    /// <returns>A task that ends when it has stopped.</returns>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();

        // What was logged while it was disposed of, too.
        _leaks.AssertNone(Log);
    }
}
