using System.Collections.Concurrent;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>A sink that keeps its events.</summary>
internal sealed class KeptEvents : IAuditSink
{
    private readonly ConcurrentQueue<AuditEvent> _events = new();

    public IReadOnlyList<AuditEvent> Events => [.. _events];

    public IReadOnlyList<string> Names => [.. _events.Select(kept => kept.Name)];

    public ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        _events.Enqueue(auditEvent);
        return ValueTask.CompletedTask;
    }
}
