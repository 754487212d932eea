using System.Collections.Concurrent;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Keeps SMS instead of sending them, or fails when a test wants that.</summary>
internal sealed class KeptSms : ISmsSender
{
    private readonly ConcurrentQueue<SmsMessage> _sms = new();

    public Exception? Failure { get; set; }

    public IReadOnlyList<PasswordlessLoginSms> All => [.. _sms.OfType<PasswordlessLoginSms>()];

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        _sms.Enqueue(message);
        return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
