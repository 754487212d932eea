using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Delivery;

/// <summary>What the exceptions of an app's own senders may say.</summary>
internal static class OwnSender
{
    /// <summary>
    /// Tells whether an exception's words may hold an address, a number or a code, so that they must not be logged: all but those of the
    /// exceptions made for it, of the core, and of a request that was given up.
    /// </summary>
    /// <param name="exception">What a sender threw.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    /// <returns>True when only its type may be told.</returns>
    public static bool MayTellSecrets(Exception exception, CancellationToken cancellationToken)
        => exception is not (EmailDeliveryException or SmsDeliveryException or CoreException)
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
