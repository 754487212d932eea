using Microsoft.Extensions.Diagnostics.HealthChecks;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Tells whether the core is there. Who may ask for the application's health, which is often everyone, asks the core at most once a second,
/// and learns neither its address nor why it fails.
/// </summary>
internal sealed class CoreHealthCheck(CoreHello core, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan s_believed = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<CoreHelloResult>? _answer;
    private long _askedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (hosts, answering, speaksCdi) = await AskedAsync().WaitAsync(cancellationToken);
        var description = answering > 0 && !speaksCdi
            ? "The SuperTokens core speaks no version of its interface that this application knows."
            : $"{answering} of {hosts} hosts of the SuperTokens core answer.";
        var status = (answering, speaksCdi) switch
        {
            (0, _) or (_, false) => context.Registration.FailureStatus,
            _ => answering < hosts ? HealthStatus.Degraded : HealthStatus.Healthy,
        };
        return new HealthCheckResult(status, description, exception: null, new Dictionary<string, object> { ["hosts"] = hosts, ["answering"] = answering });
    }

    private Task<CoreHelloResult> AskedAsync()
    {
        lock (_lock)
        {
            if (_answer is null || (_answer.IsCompleted && time.GetElapsedTime(_askedAt) >= s_believed))
            {
                _askedAt = time.GetTimestamp();
                _answer = Task.Run(AskAsync);
            }

            return _answer;
        }
    }

    // Several callers wait for it, so none of them may cancel it.
    private async Task<CoreHelloResult> AskAsync()
    {
        using var limit = new CancellationTokenSource(s_timeout, time);
        return await core.AskAsync(limit.Token);
    }
}
