using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Sends codes and links. The only place they leave the server by.</summary>
/// <param name="appInfo">The website's addresses.</param>
/// <param name="emails">How mails are sent; not looked at in an app that sends SMS alone.</param>
/// <param name="sms">How SMS are sent; not looked at in an app that sends mails alone.</param>
internal sealed class PasswordlessMessages(SuperTokensAppInfo appInfo, Lazy<IEmailSender> emails, Lazy<ISmsSender> sms)
{
    /// <summary>The link to the website's page that signs in. The code stands behind the <c>#</c>, where no server's log sees it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="code">The code.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <returns>The link.</returns>
    public string LinkOf(string tenantId, PasswordlessCode code, HttpContext? context)
    {
        var query = $"preAuthSessionId={Uri.EscapeDataString(code.PreAuthSessionId)}&tenantId={Uri.EscapeDataString(tenantId)}";
        return $"{appInfo.GetOrigin(context)}{appInfo.WebsiteBasePath}/verify?{query}#{Uri.EscapeDataString(code.LinkCode)}";
    }

    /// <summary>Sends a code, a link, or both.</summary>
    /// <param name="message">What is sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the message has been handed over.</returns>
    /// <exception cref="EmailDeliveryException">The mail could not be sent.</exception>
    /// <exception cref="SmsDeliveryException">The SMS could not be sent.</exception>
    public Task SendAsync(OutgoingCode message, HttpContext context, CancellationToken cancellationToken)
    {
        var code = message.FlowType is PasswordlessFlowType.MagicLink ? null : message.Code.UserInputCode;
        var link = message.FlowType is PasswordlessFlowType.UserInputCode ? null : LinkOf(message.TenantId, message.Code, context);
        return message.Contact switch
        {
            PasswordlessContact.Email email => SendAsync(
                new PasswordlessLoginEmail(email.Address, message.TenantId, message.Code.PreAuthSessionId, message.Code.CodeLifetime)
                {
                    Code = code,
                    Link = link,
                    IsFirstFactor = message.IsFirstFactor,
                    IsResend = message.IsResend,
                },
                cancellationToken),
            PasswordlessContact.Phone phone => SendAsync(
                new PasswordlessLoginSms(phone.Number, message.TenantId, message.Code.PreAuthSessionId, message.Code.CodeLifetime)
                {
                    Code = code,
                    Link = link,
                    IsFirstFactor = message.IsFirstFactor,
                    IsResend = message.IsResend,
                },
                cancellationToken),
            _ => throw new ArgumentException("There is no other contact.", nameof(message)),
        };
    }

    /// <summary>Sends a mail.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the mail has been handed over.</returns>
    /// <exception cref="EmailDeliveryException">It could not be sent.</exception>
    public async Task SendAsync(PasswordlessLoginEmail message, CancellationToken cancellationToken)
    {
        try
        {
            await emails.Value.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (OwnSender.MayTellSecrets(exception, cancellationToken))
        {
            // The words of an own sender's exception may hold the address, and what is thrown here is logged.
            throw new EmailDeliveryException($"The mail to sign in could not be sent: the IEmailSender failed with {exception.GetType()}.");
        }
    }

    /// <summary>Sends an SMS.</summary>
    /// <param name="message">The SMS.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the SMS has been handed over.</returns>
    /// <exception cref="SmsDeliveryException">It could not be sent.</exception>
    public async Task SendAsync(PasswordlessLoginSms message, CancellationToken cancellationToken)
    {
        try
        {
            await sms.Value.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (OwnSender.MayTellSecrets(exception, cancellationToken))
        {
            // The words of an own sender's exception may hold the number, and what is thrown here is logged.
            throw new SmsDeliveryException($"The SMS to sign in could not be sent: the ISmsSender failed with {exception.GetType()}.");
        }
    }
}
