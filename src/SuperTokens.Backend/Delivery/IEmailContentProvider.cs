namespace SuperTokens.Backend.Delivery;

/// <summary>
/// Writes the mails that recipes send. To change a text or its language, wrap this with <c>Override&lt;IEmailContentProvider&gt;</c>,
/// match the kind of message you want to write yourself and pass the others on.
/// </summary>
public interface IEmailContentProvider
{
    /// <summary>Writes one mail.</summary>
    /// <param name="message">What the mail is about: match it by type, for example <see cref="PasswordResetEmail"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Subject, text and HTML.</returns>
    /// <exception cref="NotSupportedException">The kind of message is not known.</exception>
    ValueTask<EmailContent> GetContentAsync(EmailMessage message, CancellationToken cancellationToken = default);
}
