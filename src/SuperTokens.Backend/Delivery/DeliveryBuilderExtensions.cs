using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where the mails and SMS of recipes go.</summary>
public static class DeliveryBuilderExtensions
{
    /// <summary>
    /// Sends mails through a mail server. The configuration section <c>SuperTokens:Smtp</c> is bound first; keep the password in
    /// user secrets or the environment (<c>SuperTokens__Smtp__Password</c>).
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UseSmtp(this SuperTokensBuilder builder, Action<SmtpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ImplementationType != typeof(SmtpOptionsValidator)))
        {
            var options = services.AddOptions<SmtpOptions>().ValidateOnStart();
            if (builder.FindSection("Smtp") is { } section)
            {
                options.Configure(_ => section.RequireName(nameof(SmtpOptions.Security), Enum.GetNames<SmtpSecurity>())).Bind(section);
            }

            services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddSuperTokensDelivery();
        services.Replace(ServiceDescriptor.Singleton<IEmailSender, SmtpEmailSender>());
        return builder;
    }

    /// <summary>
    /// Sends SMS through Twilio, or a service with the same interface. The configuration section <c>SuperTokens:Twilio</c> is bound
    /// first; keep the auth token in user secrets or the environment (<c>SuperTokens__Twilio__AuthToken</c>).
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UseTwilio(this SuperTokensBuilder builder, Action<TwilioOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ImplementationType != typeof(TwilioOptionsValidator)))
        {
            var options = services.AddOptions<TwilioOptions>().ValidateOnStart();
            if (builder.FindSection("Twilio") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>();
            services.AddHttpClient(TwilioSmsSender.HttpClientName)

                // The sender limits each call itself. A redirect would carry the credentials elsewhere.
                .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
                .RemoveAllLoggers();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddSuperTokensDelivery();
        services.Replace(ServiceDescriptor.Singleton<ISmsSender, TwilioSmsSender>());
        return builder;
    }

    /// <summary>
    /// Keeps mails and SMS in memory and shows them on the page <c>/supertokens/inbox</c> of this server instead of sending them. This
    /// is the default in the environment Development, so it is only needed to go back to it after <see cref="UseSmtp"/> or
    /// <see cref="UseTwilio"/>. In any other environment there is no such page, and the app does not start with this.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UseDevelopmentInbox(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSuperTokensDelivery();
        builder.Services.Replace(ServiceDescriptor.Singleton<IEmailSender, DevelopmentInboxEmailSender>());
        builder.Services.Replace(ServiceDescriptor.Singleton<ISmsSender, DevelopmentInboxSmsSender>());
        builder.Services.AddSingleton(new SenderNeed(RecipeId: null, Emails: true, Sms: true));
        return builder;
    }
}
