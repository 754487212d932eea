using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Delivery;

/// <summary>The log lines of mail delivery, event ids 900 to 999. None holds an address or a link.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(900, LogLevel.Warning, "{Problem} Until then no mail is sent: people cannot reset their password.")]
    public static partial void NoEmailSender(this ILogger logger, string problem);

    [LoggerMessage(901, LogLevel.Information, "A mail ({Kind}) is in the development inbox: {Address}")]
    public static partial void MailInInbox(this ILogger logger, string kind, string address);
}
