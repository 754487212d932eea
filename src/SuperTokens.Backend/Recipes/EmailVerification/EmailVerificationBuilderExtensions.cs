using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds e-mail verification.</summary>
public static class EmailVerificationBuilderExtensions
{
    /// <summary>
    /// Adds e-mail verification: mails with links, the claim <c>st-ev</c> in every session, and, unless
    /// <see cref="EmailVerificationOptions.Mode"/> is <see cref="EmailVerificationMode.Optional"/>, a 403 for every session whose
    /// address is not verified. The configuration section <c>SuperTokens:EmailVerification</c> is bound first.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddEmailVerification(this SuperTokensBuilder builder, Action<EmailVerificationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IEmailVerificationRecipe)))
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
        var services = builder.AddSession().Services;
        var options = services.AddOptions<EmailVerificationOptions>().ValidateOnStart();
        if (builder.FindSection("EmailVerification") is { } section)
        {
            options.Configure(_ => section.RequireName(nameof(EmailVerificationOptions.Mode), Enum.GetNames<EmailVerificationMode>())).Bind(section);
        }

        services.AddSingleton<IValidateOptions<EmailVerificationOptions>, EmailVerificationOptionsValidator>();

        services.AddSuperTokensEmails(EmailVerificationRecipe.Id);
        services.AddSingleton<RecipeUserEmails>();
        services.AddSingleton<IEmailVerificationRecipe, EmailVerificationRecipe>();
        services.AddSingleton(provider => new Lazy<IEmailVerificationRecipe>(provider.GetRequiredService<IEmailVerificationRecipe>));
        services.AddSingleton(provider => new EmailVerificationClaim(
            provider.GetRequiredService<Lazy<IEmailVerificationRecipe>>(),
            provider.GetRequiredService<RecipeUserEmails>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EmailVerifications(
            provider.GetRequiredService<IEmailVerificationRecipe>(),
            provider.GetRequiredService<RecipeUserEmails>(),
            provider.GetEmailSender(EmailVerificationRecipe.Id),
            provider.GetRequiredService<SuperTokensAppInfo>(),
            provider.GetRequiredService<IOptions<EmailVerificationOptions>>()));
        services.AddSingleton(provider => new VerifiedAddresses(
            provider.GetRequiredService<EmailVerificationClaim>(),
            provider.GetRequiredService<IUserDirectory>(),
            provider.GetRequiredService<ISessionRecipe>(),
            provider.GetRequiredService<IRequestSessions>(),
            provider.GetRequiredService<ILinkedAddresses>()));
        services.AddSingleton<ISessionClaimSource, EmailVerificationSessionClaims>();
        services.AddSingleton<IEmailVerificationApi, EmailVerificationApi>();
        builder.Limit<IEmailVerificationApi>((api, limits) => new RateLimitedEmailVerificationApi(api, limits));
        services.AddSingleton<ISuperTokensEndpoints, EmailVerificationEndpoints>();
    }
}
