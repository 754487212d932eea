using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes;
using SuperTokens.Backend.Recipes.AccountLinking;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Turns account linking on.</summary>
public static class AccountLinkingBuilderExtensions
{
    /// <summary>
    /// Changes the options of account linking, for example to link automatically. <c>AddSuperTokens</c> already adds the recipe with
    /// its functions. The configuration section <c>SuperTokens:AccountLinking</c> is bound first.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddAccountLinking(this SuperTokensBuilder builder, Action<AccountLinkingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IAccountLinkingRecipe)))
        {
            var options = services.AddOptions<AccountLinkingOptions>().ValidateOnStart();
            if (builder.FindSection("AccountLinking") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<AccountLinkingOptions>, AccountLinkingOptionsValidator>();
            services.AddSingleton<IAccountLinkingPolicy, AccountLinkingPolicy>();
            services.AddSingleton<ILinkedAddresses, LinkedAddresses>();
            services.AddSingleton<SignInRules>();
            services.AddSingleton<EmailChangeRules>();
            services.AddSingleton<AuthVerificationMails>();
            services.AddSingleton<AccountInfoLinking>();
            services.AddSingleton(provider => new Lazy<IAccountLinkingRecipe>(provider.GetRequiredService<IAccountLinkingRecipe>));
            services.AddSingleton<IAccountLinkingRecipe, AccountLinkingRecipe>();
            services.AddSingleton<SessionLinking>();
            services.AddSingleton<OtherTenantLogins>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
