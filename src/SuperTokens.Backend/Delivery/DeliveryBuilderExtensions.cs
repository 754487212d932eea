using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Delivery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where the mails of recipes go.</summary>
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
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddSuperTokensEmails();
        services.Replace(ServiceDescriptor.Singleton<IEmailSender, SmtpEmailSender>());
        return builder;
    }

    /// <summary>
    /// Keeps mails in memory and shows them on the page <c>/supertokens/inbox</c> of this server instead of sending them. This is the
    /// default in the environment Development, so it is only needed to go back to it after <see cref="UseSmtp"/>. In any other
    /// environment there is no such page, and the app does not start with this.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UseDevelopmentInbox(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSuperTokensEmails();
        builder.Services.Replace(ServiceDescriptor.Singleton<IEmailSender, DevelopmentInboxEmailSender>());
        return builder;
    }
}
