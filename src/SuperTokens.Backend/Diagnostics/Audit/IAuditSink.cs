namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Gets audit events, for example to store them. Register any number as singletons, with <c>AddAuditSink&lt;T&gt;()</c> or as a service.
/// </summary>
public interface IAuditSink
{
    /// <summary>
    /// Takes one event. Events come one after the other, in the order they happened, and outside the request: nobody waits for it. While it
    /// runs, others wait in a queue. When it throws, that is logged, the event is lost to this sink, and the next one follows.
    /// </summary>
    /// <param name="auditEvent">The event; match its cases with <c>switch</c>.</param>
    /// <param name="cancellationToken">Cancelled when the application's time to shut down is over.</param>
    /// <returns>A task that ends when the event is taken.</returns>
    ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken);
}
