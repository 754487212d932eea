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
        DevelopmentInbox inbox, IEmailContentProvider contents, SuperTokensAppInfo appInfo, ILogger<DevelopmentInboxEmailSender> logger)
    {
        _address = appInfo.ApiDomain + DevelopmentInbox.Path;
        _inbox = inbox;
        _contents = contents;
        _logger = logger;
        inbox.Open();
    }

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var content = await _contents.GetContentAsync(message, cancellationToken);
        _inbox.Add(new InboxMessage(message.To, content.Subject, content.Text, content.Html, content.Link, content.Code));
        _logger.InInbox(message.GetType().Name, _address);
    }
}
