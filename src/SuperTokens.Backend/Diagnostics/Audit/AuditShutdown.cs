using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Has the queue deliver what it holds before the application ends. Applications without a sink never make the queue.</summary>
internal sealed class AuditShutdown(IServiceProvider services) : IHostedService
{
    public static bool HasSinks(IServiceProvider services) => services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuditSink));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
        => HasSinks(services) ? services.GetRequiredService<AuditQueue>().StopAsync(cancellationToken) : Task.CompletedTask;
}
