namespace SuperTokens.Backend.Delivery;

/// <summary>
/// Writes the SMS that recipes send. To change a text or its language, wrap this with <c>Override&lt;ISmsContentProvider&gt;</c>,
/// match the kind of message you want to write yourself and pass the others on.
/// </summary>
public interface ISmsContentProvider
{
    /// <summary>Writes one SMS.</summary>
    /// <param name="message">What the SMS is about: match it by type, for example <see cref="PasswordlessLoginSms"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text.</returns>
    /// <exception cref="NotSupportedException">The kind of message is not known.</exception>
    ValueTask<SmsContent> GetContentAsync(SmsMessage message, CancellationToken cancellationToken = default);
}
