using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>
/// Starts the core with the application, so that what stops it (environment, folder, file) stops the start and not a first request. The
/// database opens beside the web server; the application has only started once both have.
/// </summary>
internal sealed class EmbeddedCoreStartup(IServiceProvider services, IOptions<SuperTokensOptions> options) : IHostedLifecycleService
{
    private EmbeddedCoreHost? _core;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.ConnectionUri))
        {
            _core = services.GetRequiredService<EmbeddedCoreHost>();
        }

        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => _core?.Opening.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
