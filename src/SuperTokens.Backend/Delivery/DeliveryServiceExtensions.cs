using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Delivery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what recipes that send messages need.</summary>
internal static class DeliveryServiceExtensions
{
    /// <summary>
    /// Adds the texts of mails and SMS and, unless the app chose senders, the default ones: the development inbox in Development,
    /// else one that refuses.
    /// </summary>
    /// <param name="services">The application's services.</param>
    public static void AddSuperTokensDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEmailContentProvider, EmailContentProvider>();
        services.TryAddSingleton<ISmsContentProvider, SmsContentProvider>();
        services.TryAddSingleton<DevelopmentInbox>();
        services.TryAddSingleton<DevelopmentInboxServer>();
        services.TryAddSingleton<IEmailSender>(provider => IsDevelopment(provider)
            ? ActivatorUtilities.CreateInstance<DevelopmentInboxEmailSender>(provider)
            : ActivatorUtilities.CreateInstance<UnconfiguredEmailSender>(provider));
        services.TryAddSingleton<ISmsSender>(provider => IsDevelopment(provider)
            ? ActivatorUtilities.CreateInstance<DevelopmentInboxSmsSender>(provider)
            : ActivatorUtilities.CreateInstance<UnconfiguredSmsSender>(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, DeliveryStartupFilter>());
    }

    /// <summary>Adds what a recipe that sends mails alone needs.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="recipeId">The recipe.</param>
    public static void AddSuperTokensEmails(this IServiceCollection services, string recipeId)
    {
        services.AddSuperTokensDelivery();
        services.AddSingleton(new SenderNeed(recipeId, Emails: true, Sms: false));
    }

    /// <summary>Finds the way a recipe's mails are sent: its own one, registered with the recipe's id as key, or the app's.</summary>
    /// <param name="provider">The application's services.</param>
    /// <param name="recipeId">The recipe, or null for the app's.</param>
    /// <returns>The sender.</returns>
    public static IEmailSender GetEmailSender(this IServiceProvider provider, string? recipeId)
        => (recipeId is null ? null : provider.GetKeyedService<IEmailSender>(recipeId)) ?? provider.GetRequiredService<IEmailSender>();

    /// <summary>Finds the way a recipe's SMS are sent: its own one, registered with the recipe's id as key, or the app's.</summary>
    /// <param name="provider">The application's services.</param>
    /// <param name="recipeId">The recipe, or null for the app's.</param>
    /// <returns>The sender.</returns>
    public static ISmsSender GetSmsSender(this IServiceProvider provider, string? recipeId)
        => (recipeId is null ? null : provider.GetKeyedService<ISmsSender>(recipeId)) ?? provider.GetRequiredService<ISmsSender>();

    private static bool IsDevelopment(IServiceProvider provider) => provider.GetService<IHostEnvironment>()?.IsDevelopment() == true;
}
