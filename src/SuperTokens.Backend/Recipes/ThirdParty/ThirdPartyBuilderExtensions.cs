using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Diagnostics.Flows;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Saml;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sign-in with Google, Apple and other providers.</summary>
public static class ThirdPartyBuilderExtensions
{
    /// <summary>
    /// Adds sign-in with third-party providers, and sessions with their defaults. The configuration section
    /// <c>SuperTokens:ThirdParty</c> is bound first; its <c>Providers</c> are keyed by their ids.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddThirdParty(this SuperTokensBuilder builder, Action<ThirdPartyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IThirdPartyRecipe)))
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
        var options = services.AddOptions<ThirdPartyOptions>().ValidateOnStart();
        if (builder.FindSection("ThirdParty") is { } section)
        {
            options.Bind(section);
        }

        services.AddSingleton<IValidateOptions<ThirdPartyOptions>>(provider => new ThirdPartyOptionsValidator(
            provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ISamlRecipe))));
        AddProviderClient(services);
        services.TryAddSingleton<AuthFlow>();
        services.TryAddSingleton<AuthLinking>();
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<ProviderDocuments>();
        services.AddSingleton<IdTokenReader>();
        services.AddSingleton<ProviderTools>();
        services.AddSingleton<TenantProviders>();
        services.AddSingleton<IOfferedProviderSource>(provider => provider.GetRequiredService<TenantProviders>());
        services.AddSingleton(provider => new Lazy<IThirdPartyRecipe>(provider.GetRequiredService<IThirdPartyRecipe>));
        services.AddSingleton<IThirdPartyRecipe, ThirdPartyRecipe>();
        services.Add(ObservedDescriptor.Singleton<IThirdPartyApi, ThirdPartyApi, ObservedThirdPartyApi>());
        builder.Limit<IThirdPartyApi>((api, limits) => new RateLimitedThirdPartyApi(api, limits));
        services.AddSingleton<IFirstFactorSource, ThirdPartyFirstFactor>();
        services.AddSingleton<ISuperTokensEndpoints, ThirdPartyEndpoints>();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The factory disposes of its handlers.")]
    private static void AddProviderClient(IServiceCollection services)
        => services.AddHttpClient(ProviderHttp.ClientName)

            // Each request is limited where it is made, reading the body included.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                MaxResponseHeadersLength = 64,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // The factory's own log lines hold whole URLs, access tokens in queries included.
            .RemoveAllLoggers();
}
