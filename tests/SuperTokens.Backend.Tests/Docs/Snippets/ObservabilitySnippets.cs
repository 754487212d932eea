using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/observability.md</c>.</summary>
internal static class ObservabilitySnippets
{
    public static void Audit(SuperTokensBuilder superTokens)
    {
        superTokens
            .AddAuditLog()
            .AddAuditSink<TheftAlarm>();
    }

    public static void Health(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services.AddHealthChecks().AddSuperTokensCore(tags: ["ready"]);

        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }

    internal interface IAlarm
    {
        ValueTask RingAsync(string text, CancellationToken cancellationToken);
    }

    internal sealed class TheftAlarm(IAlarm alarm) : IAuditSink
    {
        public ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken) => auditEvent switch
        {
            AuditEvent.TokenTheftDetected theft => alarm.RingAsync($"Somebody may have stolen session {theft.SessionHandle} of {theft.UserId}.", cancellationToken),
            AuditEvent.RolesChanged { Role: "admin", Added: true } => alarm.RingAsync($"{auditEvent.UserId} is an administrator now.", cancellationToken),
            _ => ValueTask.CompletedTask,
        };
    }
}
