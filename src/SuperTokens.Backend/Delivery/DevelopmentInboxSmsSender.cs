using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Puts SMS into the development inbox instead of sending them.</summary>
internal sealed class DevelopmentInboxSmsSender : ISmsSender
{
    private readonly string _address;
    private readonly ISmsContentProvider _contents;
    private readonly DevelopmentInbox _inbox;
    private readonly ILogger _logger;

    public DevelopmentInboxSmsSender(
        DevelopmentInbox inbox, ISmsContentProvider contents, SuperTokensAppInfo appInfo, ILogger<DevelopmentInboxSmsSender> logger)
    {
        _address = appInfo.ApiDomain + DevelopmentInbox.Path;
        _inbox = inbox;
        _contents = contents;
        _logger = logger;
        inbox.Open();
    }

    public async Task SendAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var content = await _contents.GetContentAsync(message, cancellationToken);
        _inbox.Add(new InboxMessage(message.To, "SMS", content.Text, Html: null, content.Link, content.Code));
        _logger.InInbox(message.GetType().Name, _address);
    }
}
