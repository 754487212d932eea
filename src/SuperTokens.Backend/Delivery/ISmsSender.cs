namespace SuperTokens.Backend.Delivery;

/// <summary>
/// Sends SMS. Nothing is sent to a vendor by default; <c>UseTwilio</c> or an own implementation decides where they go. To send those of
/// one recipe another way, register a keyed <see cref="ISmsSender"/> with the recipe's id, such as <c>passwordless</c>, as key.
/// </summary>
public interface ISmsSender
{
    /// <summary>Sends one SMS.</summary>
    /// <param name="message">The SMS.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the SMS has been handed over.</returns>
    Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default);
}
