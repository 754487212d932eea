using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Records what becomes of sessions: measurements and audit events. Verifying a session records nothing.</summary>
internal sealed class SessionRecorder(SuperTokensMetrics metrics, AuditTrail audit)
{
    /// <summary>Records that a session was refreshed.</summary>
    /// <param name="tenantId">Its tenant.</param>
    public void Refreshed(string tenantId) => metrics.Refreshed(Outcomes.Ok, tenantId);

    /// <summary>Records that a session was not refreshed.</summary>
    /// <param name="exception">Why.</param>
    public void RefreshFailed(Exception exception)
    {
        metrics.Refreshed(exception switch
        {
            TokenTheftException => Outcomes.Theft,
            UnauthorisedException => Outcomes.Unauthorised,
            DuplicateSessionCookiesException => Outcomes.TryAgain,
            OperationCanceledException => Outcomes.Cancelled,
            CoreException => Outcomes.Error,
            _ => Outcomes.Refused,
        });
        if (exception is TokenTheftException theft)
        {
            metrics.TheftDetected();
            audit.Report(new AuditEvent.TokenTheftDetected { UserId = theft.UserId, RecipeUserId = theft.RecipeUserId.Value, SessionHandle = theft.SessionHandle });
        }
    }

    /// <summary>Records that a request is answered with a session error.</summary>
    /// <param name="outcome">Which.</param>
    public void Refused(string outcome) => metrics.Refused(outcome);

    /// <summary>Records that a request is refused because of claims.</summary>
    /// <param name="invalid">The claims.</param>
    /// <param name="session">The session they are of, if it is known.</param>
    public void Refused(InvalidClaimsException invalid, SessionContainer? session)
    {
        foreach (var error in invalid.Errors)
        {
            metrics.ClaimFailed(error.Id);
        }

        if (audit.IsOn)
        {
            audit.Report(new AuditEvent.ClaimRefused([.. invalid.Errors.Select(error => error.Id)])
            {
                TenantId = session?.TenantId,
                UserId = session?.UserId,
                RecipeUserId = session?.RecipeUserId.Value,
                SessionHandle = session?.Handle,
            });
        }
    }
}
