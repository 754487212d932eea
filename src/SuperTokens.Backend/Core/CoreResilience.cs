using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Core;

/// <summary>
/// The two pipelines of a call to the core (docs/decisions/0004): around one attempt at one host a circuit and a time limit, and
/// around all attempts the back-off for 429 and the move to the next host.
/// </summary>
internal static class CoreResilience
{
    // supertokens-node: a 429 is tried again after 10 ms and then 250 ms more each time.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan DelayStep = TimeSpan.FromMilliseconds(250);

    /// <summary>Builds the pipeline around one attempt; each host needs one of its own.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="host">The host's address, for the log.</param>
    /// <param name="time">The clock of limits and breaks.</param>
    /// <param name="logger">Where it is logged that the circuit opens and closes.</param>
    /// <returns>The pipeline.</returns>
    public static ResiliencePipeline<HttpResponseMessage> BuildForHost(CoreOptions options, string host, TimeProvider time, ILogger logger)
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = options.Circuit.FailureRatio,
                MinimumThroughput = options.Circuit.MinimumThroughput,
                SamplingDuration = options.Circuit.SamplingDuration,
                BreakDuration = options.Circuit.BreakDuration,
                ShouldHandle = static args => ValueTask.FromResult(IsFailureOfHost(args.Outcome, args.Context.CancellationToken)),
                OnOpened = args =>
                {
                    logger.CircuitOpened(host, args.BreakDuration);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    logger.CircuitClosed(host);
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.Timeout })
            .Build();

    /// <summary>Builds the pipeline around all attempts of a call.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="hosts">How many hosts there are.</param>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="logger">Where waits are logged.</param>
    /// <returns>The pipeline.</returns>
    public static ResiliencePipeline<CoreAttempt> BuildForCall(CoreOptions options, int hosts, TimeProvider time, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<CoreAttempt> { TimeProvider = time };
        if (options.RateLimitRetries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<CoreAttempt>
            {
                MaxRetryAttempts = options.RateLimitRetries,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result?.Answer?.Status == (int)HttpStatusCode.TooManyRequests),
                DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(FirstDelay + (args.AttemptNumber * DelayStep)),
                OnRetry = args =>
                {
                    var attempt = args.Outcome.Result!;
                    logger.RateLimited(attempt.Request.Method, attempt.Request.Path, attempt.Host, args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return pipeline
            .AddRetry(new RetryStrategyOptions<CoreAttempt>
            {
                // Each host once; a read gets a second try even where there is one host.
                MaxRetryAttempts = Math.Max(hosts - 1, 1),
                Delay = TimeSpan.Zero,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } attempt && MayTryNext(attempt, hosts)),
            })
            .Build();
    }

    // An answer of 500 is none: the host is there, and one request that makes a core fail must not cut off everybody else.
    private static bool IsFailureOfHost(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) => outcome switch
    {
        { Exception: { } exception } => CoreFailures.Of(exception, cancellationToken) is not (null or CoreFailure.TooLarge),
        { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };

    private static bool MayTryNext(CoreAttempt attempt, int hosts) => attempt.Failure switch
    {
        CoreFailure.CircuitOpen or CoreFailure.NotSent => hosts > 1,

        // A connection kept open can break under the request, whatever the host's health.
        CoreFailure.Broken => attempt.Request.Method == HttpMethod.Get,
        CoreFailure.TimedOut => attempt.Request.Method == HttpMethod.Get && hosts > 1,
        _ => false,
    };
}
