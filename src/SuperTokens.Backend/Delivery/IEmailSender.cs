namespace SuperTokens.Backend.Delivery;

/// <summary>
/// Sends mails. Nothing is sent to a vendor by default; <c>UseSmtp</c> or an own implementation decides where they go. To send those of
/// one recipe another way, register a keyed <see cref="IEmailSender"/> with the recipe's id, such as <c>emailpassword</c>,
/// <c>emailverification</c> or <c>passwordless</c>, as key.
/// </summary>
public interface IEmailSender
{
    /// <summary>Sends one mail.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the mail has been handed over.</returns>
    Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default);
}
