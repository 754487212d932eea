using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Diagnostics.Flows;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Passwordless;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sign-in with codes and links.</summary>
public static class PasswordlessBuilderExtensions
{
    /// <summary>
    /// Adds sign-up and sign-in with a code, a link, or both, sent by mail or SMS, and sessions with their defaults. The configuration
    /// section <c>SuperTokens:Passwordless</c> is bound first.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddPasswordless(this SuperTokensBuilder builder, Action<PasswordlessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IPasswordlessRecipe)))
        {
            AddParts(builder);
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    private static void AddParts(SuperTokensBuilder builder)
    {
        var services = builder.AddMultitenancy().AddSession().Services;
        var options = services.AddOptions<PasswordlessOptions>().ValidateOnStart();
        if (builder.FindSection("Passwordless") is { } section)
        {
            options.Configure(_ =>
            {
                section.RequireName(nameof(PasswordlessOptions.ContactMethod), Enum.GetNames<PasswordlessContactMethod>());
                section.RequireName(nameof(PasswordlessOptions.FlowType), Enum.GetNames<PasswordlessFlowType>());
            }).Bind(section);
        }

        services.AddSingleton<IValidateOptions<PasswordlessOptions>, PasswordlessOptionsValidator>();

        services.AddSuperTokensDelivery();
        services.AddSingleton(provider => NeedOf(provider.GetRequiredService<IOptions<PasswordlessOptions>>().Value.ContactMethod));
        services.TryAddSingleton<AuthFlow>();
        services.TryAddSingleton<AuthLinking>();
        services.TryAddSingleton<EmailUpdates>();
        services.AddSingleton<PasswordlessFactors>();
        services.AddSingleton(provider => new PasswordlessContacts(provider.GetRequiredService<IOptions<PasswordlessOptions>>()));
        services.AddSingleton<IFirstFactorSource>(provider => provider.GetRequiredService<PasswordlessFactors>());
        services.AddSingleton(provider => new PasswordlessMessages(
            provider.GetRequiredService<SuperTokensAppInfo>(),
            new Lazy<IEmailSender>(() => provider.GetEmailSender(PasswordlessRecipe.Id)),
            new Lazy<ISmsSender>(() => provider.GetSmsSender(PasswordlessRecipe.Id))));
        services.AddSingleton<SessionUserVerification>();
        services.AddSingleton<IPasswordlessRecipe, PasswordlessRecipe>();
        services.Add(ObservedDescriptor.Singleton<IPasswordlessApi, PasswordlessApi, ObservedPasswordlessApi>());
        builder.Limit<IPasswordlessApi>((api, limits) => new RateLimitedPasswordlessApi(api, limits));
        services.AddSingleton(provider => new PasswordlessLogins(
            provider.GetRequiredService<IPasswordlessRecipe>(),
            provider.GetRequiredService<PasswordlessMessages>(),
            provider.GetRequiredService<IOptions<PasswordlessOptions>>()));
        services.AddSingleton<ISuperTokensEndpoints, PasswordlessEndpoints>();
    }

    private static SenderNeed NeedOf(PasswordlessContactMethod contactMethod) => new(
        PasswordlessRecipe.Id,
        Emails: contactMethod is not PasswordlessContactMethod.Phone,
        Sms: contactMethod is not PasswordlessContactMethod.Email);
}
