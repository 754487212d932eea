using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Logs audit events, each case with an event id of its own, in the category <c>SuperTokens.Backend.Audit</c>.</summary>
internal sealed class LoggingAuditSink(ILoggerFactory loggers) : IAuditSink
{
    private readonly ILogger _logger = loggers.CreateLogger("SuperTokens.Backend.Audit");

    public ValueTask WriteAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        var who = new AuditSubject(auditEvent);
        switch (auditEvent)
        {
            case AuditEvent.SignedUp e:
                _logger.SignedUp(e.RecipeId, e.ProviderId, who);
                break;
            case AuditEvent.SignUpFailed e:
                _logger.SignUpFailed(e.RecipeId, e.Reason, who);
                break;
            case AuditEvent.SignedIn e:
                _logger.SignedIn(e.RecipeId, e.ProviderId, who);
                break;
            case AuditEvent.SignInFailed e:
                _logger.SignInFailed(e.RecipeId, e.ProviderId, e.Reason, who);
                break;
            case AuditEvent.SignedOut:
                _logger.SignedOut(who);
                break;
            case AuditEvent.TokenTheftDetected:
                _logger.TokenTheftDetected(who);
                break;
            case AuditEvent.SessionsRevoked e:
                _logger.SessionsRevoked(e.SessionHandles.Length, string.Join(", ", e.SessionHandles.Take(10)), who);
                break;
            case AuditEvent.ClaimRefused e:
                _logger.ClaimRefused(string.Join(", ", e.ClaimIds), who);
                break;
            case AuditEvent.PasswordReset:
                _logger.PasswordReset(who);
                break;
            case AuditEvent.RateLimited e:
                _logger.RateLimited(e.Limit, who);
                break;
            case AuditEvent.PasswordChanged:
                _logger.PasswordChanged(who);
                break;
            case AuditEvent.ContactChanged:
                _logger.ContactChanged(who);
                break;
            case AuditEvent.EmailVerified:
                _logger.EmailVerified(who);
                break;
            case AuditEvent.RolesChanged { Added: true } e:
                _logger.RoleAdded(e.Role, who);
                break;
            case AuditEvent.RolesChanged e:
                _logger.RoleRemoved(e.Role, who);
                break;
            case AuditEvent.AccountsLinked:
                _logger.AccountsLinked(who);
                break;
            case AuditEvent.AccountsUnlinked e:
                _logger.AccountsUnlinked(e.WasDeleted, who);
                break;
            case AuditEvent.UserDeleted e:
                _logger.UserDeleted(e.WithLinkedAccounts, who);
                break;
            default:
                _logger.Other(auditEvent.Name, who);
                break;
        }

        return ValueTask.CompletedTask;
    }
}
