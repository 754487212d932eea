using Microsoft.Extensions.Hosting;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Has the queue deliver what it holds before the application ends.</summary>
/// <param name="queue">The queue; null in applications without a sink, which never make one.</param>
internal sealed class AuditShutdown(AuditQueue? queue) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => queue?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
