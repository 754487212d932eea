using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SuperTokens.Backend.Core;

/// <summary>Tells from an exception's type how a call to a host failed, never from its text.</summary>
internal static class CoreFailures
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What sending a request threw.</param>
    /// <param name="cancellationToken">The caller's: whoever gives up does not make the host fail.</param>
    /// <returns>How the call failed, or null when the exception is no failure of the host.</returns>
    public static CoreFailure? Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => cancellationToken.IsCancellationRequested ? null : CoreFailure.TimedOut,
        BrokenCircuitException => CoreFailure.CircuitOpen,
        TimeoutRejectedException => CoreFailure.TimedOut,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => CoreFailure.NotSent,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => CoreFailure.TooLarge,
        HttpRequestException or IOException => CoreFailure.Broken,
        _ => null,
    };
}
