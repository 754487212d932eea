using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Delivery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what recipes that send mails need.</summary>
internal static class DeliveryServiceExtensions
{
    /// <summary>
    /// Adds the mails' texts and, unless the app chose a sender, the default one: the development inbox in Development, else
    /// one that refuses.
    /// </summary>
    /// <param name="services">The application's services.</param>
    public static void AddSuperTokensEmails(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEmailContentProvider, EmailContentProvider>();
        services.TryAddSingleton<DevelopmentInbox>();
        services.TryAddSingleton<IEmailSender>(provider => provider.GetService<IHostEnvironment>()?.IsDevelopment() == true
            ? ActivatorUtilities.CreateInstance<DevelopmentInboxEmailSender>(provider)
            : ActivatorUtilities.CreateInstance<UnconfiguredEmailSender>(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, DeliveryStartupFilter>());
    }
}
