using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Benchmarks;

/// <summary>What every request pays, and what every sign-in and refresh writes.</summary>
public class RequestBenchmarks
{
    private BenchmarkApp _app = null!;
    private SuperTokensDispatcher _dispatcher = null!;
    private DefaultHttpContext _elsewhere = null!;
    private DefaultHttpContext _below = null!;
    private SessionContainer _session = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await BenchmarkApp.StartAsync();
        _dispatcher = _app.Services.GetRequiredService<SuperTokensDispatcher>();
        _elsewhere = BenchmarkApp.CreateRequest(_app.Services, "/products/17");
        _below = BenchmarkApp.CreateRequest(_app.Services, "/auth/tenant1/nothing");
        _session = await _app.Services.GetRequiredService<ISessions>().CreateAsync(new NewSession(new RecipeUserId(Guid.NewGuid().ToString())));
    }

    [GlobalCleanup]
    public async Task StopAsync() => await _app.DisposeAsync();

    [Benchmark(Description = "dispatcher, a request that is not ours")]
    public Task<bool> Miss() => _dispatcher.TryHandleAsync(_elsewhere);

    [Benchmark(Description = "dispatcher, below our base path and not ours")]
    public Task<bool> MissBelow() => _dispatcher.TryHandleAsync(_below);

    [Benchmark(Description = "front token")]
    public string FrontToken() => _session.GetAllSessionTokensDangerously().FrontToken;
}
