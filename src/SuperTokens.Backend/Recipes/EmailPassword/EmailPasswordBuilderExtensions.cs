using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Diagnostics.Flows;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Users;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sign-up and sign-in with e-mail address and password.</summary>
public static class EmailPasswordBuilderExtensions
{
    /// <summary>
    /// Adds sign-up, sign-in and password reset with e-mail address and password, and sessions with their defaults. The
    /// configuration section <c>SuperTokens:EmailPassword</c> is bound first.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddEmailPassword(this SuperTokensBuilder builder, Action<EmailPasswordOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IEmailPasswordRecipe)))
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
        var options = services.AddOptions<EmailPasswordOptions>().ValidateOnStart();
        if (builder.FindSection("EmailPassword") is { } section)
        {
            options.Bind(section);
        }

        services.AddSingleton<IValidateOptions<EmailPasswordOptions>, EmailPasswordOptionsValidator>();

        services.AddSuperTokensEmails(EmailPasswordRecipe.Id);
        services.TryAddSingleton<AuthFlow>();
        services.TryAddSingleton<AuthLinking>();
        services.AddSingleton<FormRules>();
        services.AddSingleton(provider => new EmailPasswordForms(provider.GetRequiredService<FormRules>()));
        services.TryAddSingleton<EmailUpdates>();
        services.AddSingleton<PasswordResetRules>();
        services.AddSingleton<PasswordResetFlow>();
        services.AddSingleton(provider => new Lazy<IEmailPasswordRecipe>(provider.GetRequiredService<IEmailPasswordRecipe>));
        services.AddSingleton<IEmailPasswordRecipe, EmailPasswordRecipe>();
        services.Add(ObservedDescriptor.Singleton<IEmailPasswordApi, EmailPasswordApi, ObservedEmailPasswordApi>());
        builder.Limit<IEmailPasswordApi>((api, limits) => new RateLimitedEmailPasswordApi(api, limits));
        services.AddSingleton(provider => new PasswordResets(
            provider.GetRequiredService<IEmailPasswordRecipe>(),
            provider.GetRequiredService<IUserDirectory>(),
            provider.GetEmailSender(EmailPasswordRecipe.Id),
            provider.GetRequiredService<SuperTokensAppInfo>(),
            provider.GetRequiredService<FormRules>(),
            provider.GetRequiredService<IOptions<EmailPasswordOptions>>()));
        services.AddSingleton<IFirstFactorSource, EmailPasswordFirstFactor>();
        services.AddSingleton<ISuperTokensEndpoints, EmailPasswordEndpoints>();
    }
}
