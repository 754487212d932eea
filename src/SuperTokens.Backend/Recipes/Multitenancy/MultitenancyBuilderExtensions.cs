using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds multitenancy.</summary>
public static class MultitenancyBuilderExtensions
{
    /// <summary>
    /// Adds multitenancy. <c>AddSuperTokens</c> already does: call it to change its options. The configuration section
    /// <c>SuperTokens:Multitenancy</c> is bound first.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddMultitenancy(this SuperTokensBuilder builder, Action<MultitenancyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IMultitenancyRecipe)))
        {
            var options = services.AddOptions<MultitenancyOptions>().ValidateOnStart();
            if (builder.FindSection("Multitenancy") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<MultitenancyOptions>, MultitenancyOptionsValidator>();
            services.AddSingleton<FirstFactors>();
            services.AddSingleton<IMultitenancyRecipe, MultitenancyRecipe>();
            services.AddSingleton<IMultitenancyApi, MultitenancyApi>();
            services.AddSingleton<ITenantResolver, TenantResolver>();
            services.AddSingleton(provider => new AllowedDomainsClaim(
                provider.GetRequiredService<IOptions<MultitenancyOptions>>(), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<ISessionClaimSource, AllowedDomainsClaimSource>();
            services.AddSingleton<ISuperTokensEndpoints, MultitenancyEndpoints>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
