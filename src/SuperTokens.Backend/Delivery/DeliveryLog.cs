using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Delivery;

/// <summary>The log lines of delivery, event ids 1100 to 1199. None holds an address, a number, a code or a link.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(1100, LogLevel.Warning, "{Problem} Until then no mail is sent: people who need one cannot go on.")]
    public static partial void NoEmailSender(this ILogger logger, string problem);

    [LoggerMessage(1101, LogLevel.Information, "A message ({Kind}) is in the development inbox: {Address}")]
    public static partial void InInbox(this ILogger logger, string kind, string address);

    [LoggerMessage(1102, LogLevel.Warning, "{Problem} Until then no SMS is sent: people who need one cannot go on.")]
    public static partial void NoSmsSender(this ILogger logger, string problem);
}
