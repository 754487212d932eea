using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Delivery;

/// <summary>Hands mails to a mail server, one connection a mail.</summary>
internal sealed class SmtpEmailSender(IOptions<SmtpOptions> options, IEmailContentProvider contents, SuperTokensAppInfo appInfo) : IEmailSender
{
    private readonly SmtpOptions _options = options.Value;

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var mail = await WriteAsync(message, cancellationToken);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.Timeout);
        try
        {
            await SendAsync(mail, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure($"did not take the mail within {_options.Timeout}");
        }
        catch (SmtpCommandException exception)
        {
            // The server's words may quote the recipient's address, so they go no further.
            throw Failure($"refused the mail with {(int)exception.StatusCode} ({exception.ErrorCode})");
        }
        catch (AuthenticationException)
        {
            throw Failure("refused the user name or the password");
        }
        catch (Exception exception) when (exception is SocketException or IOException or SslHandshakeException or ProtocolException or NotSupportedException)
        {
            throw Failure("could not be talked to", exception);
        }
    }

    private async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(_options.Host!, _options.EffectivePort, SocketOptions(_options.Security), cancellationToken);
        if (!string.IsNullOrEmpty(_options.UserName))
        {
            await client.AuthenticateAsync(_options.UserName, _options.Password!, cancellationToken);
        }

        await client.SendAsync(mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private async Task<MimeMessage> WriteAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var content = await contents.GetContentAsync(message, cancellationToken);
        var from = MailboxAddress.Parse(_options.From!);
        from.Name = string.IsNullOrEmpty(from.Name) ? appInfo.AppName : from.Name;
        var mail = new MimeMessage { Subject = content.Subject };
        mail.From.Add(from);

        // Not parsed: an address is one recipient, whatever it looks like.
        mail.To.Add(new MailboxAddress(null, message.To));

        // RFC 3834: keeps out-of-office replies away.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html }.ToMessageBody();
        return mail;
    }

    private EmailDeliveryException Failure(string what, Exception? exception = null)
        => new($"The mail server {_options.Host}:{_options.EffectivePort} {what}.", exception);

    private static SecureSocketOptions SocketOptions(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
