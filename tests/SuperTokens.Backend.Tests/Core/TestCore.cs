using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Configuration;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Core;

/// <summary>The core client as an application gets it.</summary>
internal sealed class TestCore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly LeakScanner _leaks;

    private TestCore(ServiceCollection services, TestLog log)
    {
        _leaks = services.AddLeakCheck(log);
        _services = services.BuildServiceProvider();
        Log = log;
    }

    public TestLog Log { get; }

    public ICoreClient Client => _services.GetRequiredService<ICoreClient>();

    public static TestCore For(string connectionUri, Action<SuperTokensOptions>? configure = null, TimeProvider? time = null)
    {
        var log = new TestLog();
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSuperTokens(options =>
        {
            options.ConnectionUri = connectionUri;
            options.AppInfo.AppName = "Test App";
            options.AppInfo.ApiDomain = "http://localhost:4000";
            options.AppInfo.WebsiteDomain = "http://localhost:3000";
            configure?.Invoke(options);
        });
        return new TestCore(services, log);
    }

    public Task<JsonObject> SendAsync(CoreRequest request, CancellationToken cancellationToken = default)
        => Client.SendAsync(request, TestJsonContext.Default.JsonObject, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _leaks.AssertNone(Log);
    }
}
