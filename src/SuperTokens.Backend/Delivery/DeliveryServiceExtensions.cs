using Microsoft.Extensions.DependencyInjection.Extensions;
using SuperTokens.Backend.Delivery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what recipes that send mails need.</summary>
internal static class DeliveryServiceExtensions
{
    public static void AddSuperTokensEmails(this IServiceCollection services)
        => services.TryAddSingleton<IEmailSender, UnconfiguredEmailSender>();
}
