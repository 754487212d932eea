using System.Diagnostics;
using System.Globalization;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Measures calls to the core and makes a client activity for each, retries and fail-over included. Both know the route's template,
/// never the host, the query or a body.
/// </summary>
internal sealed class CoreTelemetry(SuperTokensMetrics metrics, SuperTokensActivities activities, TimeProvider time)
{
    private const int Ok = 200;

    /// <summary>Begins a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">The CDI version spoken; null while it is negotiated.</param>
    /// <returns>The call; give it to one of the other methods.</returns>
    public CoreCall Begin(CoreRequest request, CdiVersion? version)
    {
        var source = activities.Source;
        var activity = source.HasListeners() ? source.StartActivity($"{request.Method} {request.Path.Template}", ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TagNames.Method, request.Method.Method).SetTag(TagNames.Template, request.Path.Template);
            if (version is { } spoken)
            {
                activity.SetTag(TagNames.CdiVersion, spoken.ToString());
            }
        }

        return new CoreCall(request.Method.Method, request.Path.Template, activity, time.GetTimestamp());
    }

    /// <summary>Ends a call that was answered as expected.</summary>
    /// <param name="call">The call.</param>
    public void Succeeded(CoreCall call) => End(call, Outcomes.Ok, Ok, errorType: null);

    /// <summary>Ends a call that threw.</summary>
    /// <param name="call">The call.</param>
    /// <param name="exception">What it threw.</param>
    public void Failed(CoreCall call, Exception exception)
    {
        switch (exception)
        {
            case CoreException { StatusCode: { } status }:
                End(call, Outcomes.Error, status, status == Ok ? "unexpected_answer" : status.ToString(CultureInfo.InvariantCulture));
                break;
            case CoreException:
                End(call, Outcomes.Error, status: null, "no_answer");
                break;
            case OperationCanceledException:
                End(call, Outcomes.Cancelled, status: null, errorType: null);
                break;
            default:
                End(call, Outcomes.Error, status: null, exception.GetType().FullName);
                break;
        }
    }

    private void End(CoreCall call, string outcome, int? status, string? errorType)
    {
        metrics.CoreCalled(call.Method, call.Template, outcome, status, errorType, time.GetElapsedTime(call.Started));
        if (call.Activity is not { } activity)
        {
            return;
        }

        activity.SetTag(TagNames.Outcome, outcome).SetTag(TagNames.Status, status);
        if (errorType is not null)
        {
            activity.SetTag(TagNames.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }
}
