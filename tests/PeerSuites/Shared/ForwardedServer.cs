using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace SuperTokens.PeerSuites;

/// <summary>A server without sockets: it hands on the requests that another server received.</summary>
internal sealed class ForwardedServer : IServer
{
    private Func<IFeatureCollection, Task>? _handle;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task HandleAsync(IFeatureCollection features) => _handle!(features);

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _handle = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);

                // What the application still wants to do when its answer starts needs its context.
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().StartAsync();
                application.DisposeContext(context, null);
            }
            catch (Exception exception)
            {
                application.DisposeContext(context, exception);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
