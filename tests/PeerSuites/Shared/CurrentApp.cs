using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace SuperTokens.PeerSuites;

/// <summary>The application that a suite configured last: a whole one of its own, with the SDK as any application has it.</summary>
internal sealed class CurrentApp : IAsyncDisposable
{
    // Of the server in front, which has none to give that this application would want.
    private static readonly Type[] s_notForwarded = [typeof(IServiceProvidersFeature), typeof(IEndpointFeature), typeof(IRouteValuesFeature)];

    private Task<Running?> _current = Task.FromResult<Running?>(null);

    /// <summary>Puts another application in place. Requests that come meanwhile wait for it: the suites do not wait before they go on.</summary>
    public async Task ReplaceAsync(Action<WebApplicationBuilder> configure, Action<WebApplication> use)
    {
        var next = new TaskCompletionSource<Running?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Interlocked.Exchange(ref _current, next.Task);
        try
        {
            if (await before is { } old)
            {
                await old.App.DisposeAsync();
            }

            next.SetResult(await StartAsync(configure, use));
        }
        catch
        {
            next.SetResult(null);
            throw;
        }
    }

    public async Task ForwardAsync(HttpContext context)
    {
        if (await _current is not { } running)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var features = new FeatureCollection();
        foreach (var (type, feature) in context.Features)
        {
            if (!s_notForwarded.Contains(type))
            {
                features[type] = feature;
            }
        }

        await running.Server.HandleAsync(features);
    }

    public async ValueTask DisposeAsync()
    {
        if (await _current is { } running)
        {
            await running.App.DisposeAsync();
        }
    }

    private static async Task<Running> StartAsync(Action<WebApplicationBuilder> configure, Action<WebApplication> use)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        var server = new ForwardedServer();
        builder.Services.AddRouting().AddSingleton<IServer>(server);
        configure(builder);
        var app = builder.Build();
        use(app);
        await app.StartAsync();
        return new Running(app, server);
    }

    private sealed record Running(WebApplication App, ForwardedServer Server);
}
