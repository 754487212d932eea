using System.Collections.Concurrent;
using System.Web;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Keeps mails instead of sending them, or fails when a test wants that.</summary>
internal sealed class KeptMails : IEmailSender
{
    private readonly ConcurrentQueue<EmailMessage> _mails = new();

    public Exception? Failure { get; set; }

    public IReadOnlyList<PasswordResetEmail> All => [.. _mails.OfType<PasswordResetEmail>()];

    public IReadOnlyList<VerifyEmailEmail> Verifications => [.. _mails.OfType<VerifyEmailEmail>()];

    public IReadOnlyList<PasswordlessLoginEmail> Logins => [.. _mails.OfType<PasswordlessLoginEmail>()];

    /// <summary>The token in the link of the newest mail for a password reset.</summary>
    public string Token => TokenIn(All[^1].Link);

    /// <summary>The token in the link of the newest mail that verifies an address.</summary>
    public string VerificationToken => TokenIn(Verifications[^1].Link);

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        _mails.Enqueue(message);
        return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }

    private static string TokenIn(string link) => HttpUtility.ParseQueryString(new Uri(link).Query)["token"]!;
}
