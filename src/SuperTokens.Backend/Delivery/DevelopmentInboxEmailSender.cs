using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Puts mails into the development inbox instead of sending them.</summary>
internal sealed class DevelopmentInboxEmailSender : IEmailSender
{
    private readonly string _address;
    private readonly IEmailContentProvider _contents;
    private readonly DevelopmentInbox _inbox;
    private readonly ILogger _logger;

    public DevelopmentInboxEmailSender(
        DevelopmentInbox inbox,
        IEmailContentProvider contents,
        SuperTokensAppInfo appInfo,
        ILogger<DevelopmentInboxEmailSender> logger,
        IHostEnvironment? environment = null)
    {
        if (environment?.IsDevelopment() != true)
        {
            throw new InvalidOperationException(
                $"The development inbox shows everybody's mails to anybody, so it only exists in the environment Development; this is {environment?.EnvironmentName ?? "none"}. {UnconfiguredEmailSender.Fix}");
        }

        _address = appInfo.ApiDomain + DevelopmentInbox.Path;
        _inbox = inbox;
        _contents = contents;
        _logger = logger;
        inbox.Open();
    }

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        _inbox.Add(message.To, await _contents.GetContentAsync(message, cancellationToken));
        _logger.MailInInbox(message.GetType().Name, _address);
    }
}
