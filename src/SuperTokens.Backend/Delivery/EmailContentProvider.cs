using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Writes the mails in English.</summary>
internal sealed class EmailContentProvider(SuperTokensAppInfo appInfo) : IEmailContentProvider
{
    public ValueTask<EmailContent> GetContentAsync(EmailMessage message, CancellationToken cancellationToken = default) => message switch
    {
        PasswordResetEmail reset => ValueTask.FromResult(PasswordReset(reset, appInfo.AppName).ToContent()),
        VerifyEmailEmail verify => ValueTask.FromResult(VerifyEmail(verify, appInfo.AppName).ToContent()),
        PasswordlessLoginEmail login => ValueTask.FromResult(PasswordlessLogin(login, appInfo.AppName).ToContent()),
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

    internal static EmailLayout PasswordlessLogin(PasswordlessLoginEmail mail, string appName)
    {
        var purpose = mail.IsFirstFactor ? $"sign in to {appName}" : $"go on at {appName}";
        var lifetime = HumanTime.Describe(mail.CodeLifetime);
        if (mail is { Code: null, Link: null })
        {
            throw new ArgumentException("A mail to sign in needs a code or a link.", nameof(mail));
        }

        return new()
        {
            Subject = mail.IsFirstFactor ? $"Sign in to {appName}" : $"Go on at {appName}",
            Heading = mail.IsFirstFactor ? $"Sign in to {appName}" : $"Go on at {appName}",
            Opening = mail.Code is null ? $"Use this link to {purpose} as {mail.To}:" : $"Use this code to {purpose} as {mail.To}:",
            Code = mail.Code,
            BeforeLink = mail is { Code: not null, Link: not null } ? "Or use this link:" : null,
            LinkText = mail.IsFirstFactor ? "Sign in" : "Go on",
            Link = mail.Link,
            Closing =
            [
                mail switch
                {
                    { Code: null } => $"The link works once, within {lifetime}.",
                    { Link: null } => $"The code works once, within {lifetime}. Nobody from {appName} will ever ask you for it.",
                    _ => $"Code and link work once, within {lifetime}. Nobody from {appName} will ever ask you for them.",
                },
                "If it was not you, do nothing: nobody can sign in without this mail.",
            ],
        };
    }
}
