using System.Collections.Concurrent;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

/// <summary>Keeps the mails that the app would have sent.</summary>
public sealed class Mailbox : IEmailSender
{
    private readonly ConcurrentQueue<EmailMessage> _mails = new();

    /// <summary>The newest mail of a kind to somebody.</summary>
    public T Newest<T>(string email)
        where T : EmailMessage
        => _mails.OfType<T>().Last(mail => mail.To == email);

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        _mails.Enqueue(message);
        return Task.CompletedTask;
    }
}
