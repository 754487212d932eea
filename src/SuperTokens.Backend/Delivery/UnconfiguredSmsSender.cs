using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Delivery;

/// <summary>Stands in outside Development while the app has said nothing about SMS: it sends none and says so, first in the log at start.</summary>
internal sealed class UnconfiguredSmsSender : ISmsSender
{
    public const string Fix = "No way to send SMS is configured. Add .UseTwilio() and the section SuperTokens:Twilio, or register your own ISmsSender.";

    public UnconfiguredSmsSender(ILogger<UnconfiguredSmsSender> logger) => logger.NoSmsSender(Fix);

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default) => throw new SmsDeliveryException(Fix);
}
