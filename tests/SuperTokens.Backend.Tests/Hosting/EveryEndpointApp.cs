using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

/// <summary>An application with every recipe and an embedded core. Its own endpoint, for every other request, says so in a header.</summary>
public sealed class EveryEndpointApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync(
        builder => builder.AddEmailPassword().AddEmailVerification().AddSession().UseTestCore(),
        map: app => app.MapFallback("/{**path}", (HttpResponse response) => response.Headers["x-from"] = "the application"));

    public async Task DisposeAsync() => await App.DisposeAsync();
}
