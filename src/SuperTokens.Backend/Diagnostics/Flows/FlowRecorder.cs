using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Diagnostics.Flows;

/// <summary>Records what attempts to sign up or in came to: measurement, audit event, and a tag on the request's activity.</summary>
internal sealed class FlowRecorder(SuperTokensMetrics metrics, AuditTrail audit)
{
    /// <summary>Records that somebody signed up.</summary>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="user">Who they are now.</param>
    /// <param name="session">Their session.</param>
    public void SignedUp(ApiContext context, FlowAttempt attempt, User user, SessionContainer session)
        => Succeeded(context, isSignUp: true, attempt, new AuditEvent.SignedUp(attempt.ProviderId), user, session);

    /// <summary>Records that somebody signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="user">Who they are.</param>
    /// <param name="session">Their session.</param>
    public void SignedIn(ApiContext context, FlowAttempt attempt, User user, SessionContainer session)
        => Succeeded(context, isSignUp: false, attempt, new AuditEvent.SignedIn(attempt.ProviderId), user, session);

    /// <summary>Records an attempt to sign up that was refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="reason">Why.</param>
    public void SignUpFailed(ApiContext context, FlowAttempt attempt, AuthFailure reason)
        => Failed(context, isSignUp: true, attempt, new AuditEvent.SignUpFailed(reason), reason);

    /// <summary>Records an attempt to sign in that was refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="reason">Why.</param>
    public void SignInFailed(ApiContext context, FlowAttempt attempt, AuthFailure reason)
        => Failed(context, isSignUp: false, attempt, new AuditEvent.SignInFailed(reason, attempt.ProviderId), reason);

    /// <summary>Records an attempt that threw.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isSignUp">Whether it was one to sign up.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="exception">What it threw.</param>
    public void Threw(ApiContext context, bool isSignUp, FlowAttempt attempt, Exception exception)
    {
        switch (exception)
        {
            case UnauthorisedException or TryRefreshTokenException or InvalidClaimsException or BadInputException when isSignUp:
                SignUpFailed(context, attempt, AuthFailure.Refused);
                break;
            case UnauthorisedException or TryRefreshTokenException or InvalidClaimsException or BadInputException:
                SignInFailed(context, attempt, AuthFailure.Refused);
                break;
            case OperationCanceledException:
                metrics.Attempted(isSignUp, attempt, Outcomes.Cancelled);
                break;
            default:
                // The server's fault is no one's attempt to get in.
                metrics.Attempted(isSignUp, attempt, Outcomes.Error, exception.GetType().Name);
                RequestTelemetry.Tell(context.HttpContext, Outcomes.Error);
                break;
        }
    }

    private static string OutcomeOf(AuthFailure reason) => reason switch
    {
        AuthFailure.WrongCredentials => "wrong_credentials",
        AuthFailure.EmailAlreadyExists => "email_already_exists",
        AuthFailure.NotAllowed => "not_allowed",
        AuthFailure.WrongCode => "wrong_code",
        AuthFailure.ExpiredCode => "expired_code",
        AuthFailure.UnknownCode => "unknown_code",
        AuthFailure.NoEmail => "no_email",
        _ => Outcomes.Refused,
    };

    private void Succeeded(ApiContext context, bool isSignUp, FlowAttempt attempt, AuditEvent auditEvent, User user, SessionContainer session)
    {
        metrics.Attempted(isSignUp, attempt, Outcomes.Ok);
        RequestTelemetry.Tell(context.HttpContext, Outcomes.Ok);
        audit.Report(auditEvent with
        {
            RecipeId = attempt.RecipeId,
            TenantId = attempt.TenantId,
            UserId = user.Id,
            RecipeUserId = session.RecipeUserId.Value,
            SessionHandle = session.Handle,
        });
    }

    private void Failed(ApiContext context, bool isSignUp, FlowAttempt attempt, AuditEvent auditEvent, AuthFailure reason)
    {
        var outcome = OutcomeOf(reason);
        metrics.Attempted(isSignUp, attempt, outcome);
        RequestTelemetry.Tell(context.HttpContext, outcome);
        audit.Report(auditEvent with { RecipeId = attempt.RecipeId, TenantId = attempt.TenantId });
    }
}
