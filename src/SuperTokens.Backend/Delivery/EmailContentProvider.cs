using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Writes the mails in English.</summary>
internal sealed class EmailContentProvider(SuperTokensAppInfo appInfo) : IEmailContentProvider
{
    public ValueTask<EmailContent> GetContentAsync(EmailMessage message, CancellationToken cancellationToken = default) => message switch
    {
        PasswordResetEmail reset => ValueTask.FromResult(PasswordReset(reset, appInfo.AppName).ToContent()),
        VerifyEmailEmail verify => ValueTask.FromResult(VerifyEmail(verify, appInfo.AppName).ToContent()),
        null => throw new ArgumentNullException(nameof(message)),
        _ => throw new NotSupportedException($"There is no text for {message.GetType().Name}. Wrap {nameof(IEmailContentProvider)} to write it."),
    };

    internal static EmailLayout PasswordReset(PasswordResetEmail mail, string appName) => new()
    {
        Subject = $"Choose a new password for {appName}",
        Heading = "Choose a new password",
        Opening = $"Somebody asked for a new password for the {appName} account of {mail.To}. Use this link to choose one:",
        LinkText = "Choose a new password",
        Link = mail.Link,
        Closing =
        [
            $"The link works once, within {HumanTime.Describe(mail.LinkLifetime)}.",
            "If it was not you, do nothing: your password stays as it is.",
        ],
    };

    internal static EmailLayout VerifyEmail(VerifyEmailEmail mail, string appName) => new()
    {
        Subject = $"Verify your e-mail address for {appName}",
        Heading = "Verify your e-mail address",
        Opening = $"Use this link to verify that {mail.To} is the address of your {appName} account:",
        LinkText = "Verify this address",
        Link = mail.Link,
        Closing =
        [
            $"The link works once, within {HumanTime.Describe(mail.LinkLifetime)}.",
            $"If you have no account at {appName}, do nothing.",
        ],
    };
}
