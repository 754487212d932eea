using System.Collections.Concurrent;
using System.Web;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Keeps mails instead of sending them, or fails when a test wants that.</summary>
internal sealed class KeptMails : IEmailSender
{
    private readonly ConcurrentQueue<PasswordResetEmail> _mails = new();

    public Exception? Failure { get; set; }

    public IReadOnlyList<PasswordResetEmail> All => [.. _mails];

    /// <summary>The token in the link of the newest mail.</summary>
    public string Token => HttpUtility.ParseQueryString(new Uri(All[^1].Link).Query)["token"]!;

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        _mails.Enqueue((PasswordResetEmail)message);
        return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
