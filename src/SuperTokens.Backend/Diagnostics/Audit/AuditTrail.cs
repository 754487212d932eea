using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Where events are reported. Without a sink, reporting one does nothing.</summary>
/// <param name="queue">The queue to the sinks; null without any.</param>
/// <param name="time">The clock.</param>
/// <param name="requests">The request at hand, where the application wants the caller's address; else null.</param>
internal sealed class AuditTrail(AuditQueue? queue, TimeProvider time, IHttpContextAccessor? requests)
{
    /// <summary>Whether anybody wants events. Ask it where making one costs something.</summary>
    public bool IsOn => queue is not null;

    /// <summary>Reports an event. Never waits and never throws.</summary>
    /// <param name="auditEvent">What happened; time, trace and the caller's address are added.</param>
    public void Report(AuditEvent auditEvent)
        => queue?.Add(auditEvent with
        {
            Time = time.GetUtcNow(),
            TraceId = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null,
            ClientAddress = requests?.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        });
}
