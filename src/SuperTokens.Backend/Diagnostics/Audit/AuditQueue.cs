using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Carries events to the sinks behind the requests' back, so that no sink can slow down or fail a sign-in. When it is full, new events are
/// lost, counted and logged: those that came first tell how it began. What is queued at shutdown is still delivered.
/// </summary>
internal sealed class AuditQueue : IDisposable
{
    private readonly Lazy<IEnumerable<IAuditSink>> _sinks;
    private readonly SuperTokensMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Channel<AuditEvent> _events;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Lazy<Task> _delivery;
    private int _isLosing;

    /// <summary>Creates the queue.</summary>
    /// <param name="sinks">The sinks. They are made with the first event: one may need a service that reports events itself.</param>
    /// <param name="options">How many events may wait.</param>
    /// <param name="metrics">Counts lost events.</param>
    /// <param name="logger">Tells of lost events and failing sinks.</param>
    public AuditQueue(Lazy<IEnumerable<IAuditSink>> sinks, IOptions<SuperTokensDiagnosticsOptions> options, SuperTokensMetrics metrics, ILogger<AuditQueue> logger)
    {
        _sinks = sinks;
        _metrics = metrics;
        _logger = logger;

        // With this mode TryWrite tells that there is no room; the modes that drop would not.
        _events = Channel.CreateBounded<AuditEvent>(new BoundedChannelOptions(options.Value.AuditQueueCapacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        _delivery = new Lazy<Task>(() => Task.Run(DeliverAsync));
    }

    /// <summary>Queues an event, if there is room.</summary>
    /// <param name="auditEvent">The event.</param>
    public void Add(AuditEvent auditEvent)
    {
        if (_events.Writer.TryWrite(auditEvent))
        {
            _ = _delivery.Value;
            return;
        }

        _metrics.AuditEventLost();
        if (Interlocked.Exchange(ref _isLosing, 1) == 0)
        {
            _logger.Losing();
        }
    }

    /// <summary>Takes no more events, and waits until those that are queued are delivered.</summary>
    /// <param name="cancellationToken">Ends the wait: what is left is abandoned.</param>
    /// <returns>The task of the delivery.</returns>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _events.Writer.TryComplete();
        try
        {
            if (_delivery.IsValueCreated || _events.Reader.Count > 0)
            {
                await _delivery.Value.WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            _logger.Abandoned(_events.Reader.Count);
            await _abandoned.CancelAsync();
        }
    }

    public void Dispose()
    {
        _events.Writer.TryComplete();
        _abandoned.Dispose();
    }

    private async Task DeliverAsync()
    {
        // Whoever reports an event must not be what the sink's own work is traced under.
        Activity.Current = null;
        var cancellationToken = _abandoned.Token;
        while (!cancellationToken.IsCancellationRequested && await _events.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (!cancellationToken.IsCancellationRequested && _events.Reader.TryRead(out var auditEvent))
            {
                Interlocked.Exchange(ref _isLosing, 0);
                await DeliverAsync(auditEvent, cancellationToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a sink throws must not keep the event from the others, nor end the queue.")]
    private async Task DeliverAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        foreach (var sink in Sinks())
        {
            try
            {
                await sink.WriteAsync(auditEvent, cancellationToken);
            }
            catch (Exception exception)
            {
                _logger.SinkFailed(sink.GetType(), auditEvent.Name, exception);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A sink that cannot be made must not end the queue.")]
    private IEnumerable<IAuditSink> Sinks()
    {
        try
        {
            return _sinks.Value;
        }
        catch (Exception exception)
        {
            _logger.NoSinks(exception);
            return [];
        }
    }
}
