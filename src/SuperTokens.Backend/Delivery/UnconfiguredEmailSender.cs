using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Delivery;

/// <summary>Stands in outside Development while the app has said nothing about mails: it sends none and says so, first in the log at start.</summary>
internal sealed class UnconfiguredEmailSender : IEmailSender
{
    public const string Fix = "No way to send e-mails is configured. Add .UseSmtp() and the section SuperTokens:Smtp, or register your own IEmailSender.";

    public UnconfiguredEmailSender(ILogger<UnconfiguredEmailSender> logger) => logger.NoEmailSender(Fix);

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default) => throw new EmailDeliveryException(Fix);
}
