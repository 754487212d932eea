using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Writes the SMS in English.</summary>
internal sealed class SmsContentProvider(SuperTokensAppInfo appInfo) : ISmsContentProvider
{
    public ValueTask<SmsContent> GetContentAsync(SmsMessage message, CancellationToken cancellationToken = default) => message switch
    {
        PasswordlessLoginSms login => ValueTask.FromResult(PasswordlessLogin(login, appInfo.AppName)),
        null => throw new ArgumentNullException(nameof(message)),
        _ => throw new NotSupportedException($"There is no text for {message.GetType().Name}. Wrap {nameof(ISmsContentProvider)} to write it."),
    };

    // The code comes first: phones show it in the notification and offer it to the keyboard.
    internal static SmsContent PasswordlessLogin(PasswordlessLoginSms sms, string appName)
    {
        var purpose = sms.IsFirstFactor ? $"sign in to {appName}" : $"go on at {appName}";
        var lifetime = HumanTime.Describe(sms.CodeLifetime);
        var text = sms switch
        {
            { Code: { } code, Link: { } link } => $"{code} is your code to {purpose}. Or open this link: {link}\nBoth work for {lifetime}.",
            { Code: { } code } => $"{code} is your code to {purpose}. It works for {lifetime}.",
            { Link: { } link } => $"Open this link to {purpose}: {link}\nIt works once, within {lifetime}.",
            _ => throw new ArgumentException("An SMS to sign in needs a code or a link.", nameof(sms)),
        };
        return new SmsContent(text) { Code = sms.Code, Link = sms.Link };
    }
}
