using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>Starts the core with the application, so that what stops it (environment, folder, file) stops the start and not a first request.</summary>
internal sealed class EmbeddedCoreStartup(IServiceProvider services, IOptions<SuperTokensOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.ConnectionUri))
        {
            services.GetRequiredService<EmbeddedCoreHost>();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
