using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.Doctor;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Users;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SuperTokens to an application's services.</summary>
public static class SuperTokensServiceCollectionExtensions
{
    /// <summary>Adds SuperTokens, configured by a section such as <c>builder.Configuration.GetSection("SuperTokens")</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The configuration section; see <see cref="SuperTokensOptions"/> for its keys.</param>
    /// <returns>A builder to add recipes to. Calling this again returns a builder for the same SuperTokens app.</returns>
    public static SuperTokensBuilder AddSuperTokens(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<SuperTokensOptions>().Bind(section);
        services.AddOptions<SuperTokensDiagnosticsOptions>().Bind(section.GetSection("Diagnostics"));
        services.Replace(ServiceDescriptor.Singleton(new SuperTokensConfigurationSection(section)));
        return AddParts(services);
    }

    /// <summary>Adds SuperTokens, configured in code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder to add recipes to. Calling this again returns a builder for the same SuperTokens app.</returns>
    public static SuperTokensBuilder AddSuperTokens(this IServiceCollection services, Action<SuperTokensOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return AddParts(services);
    }

    private static SuperTokensBuilder AddParts(IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(SuperTokensAppInfo)))
        {
            services.TryAddSingleton(TimeProvider.System);
            services.AddOptions<SuperTokensOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<SuperTokensOptions>, SuperTokensOptionsValidator>();
            services.AddSingleton<SuperTokensAppInfo, NormalisedAppInfo>();
            services.AddSuperTokensDiagnostics();
            AddCoreClient(services);
            services.TryAddSingleton<IUserDirectory, UserDirectory>();
            services.AddSingleton(provider => new ErrorResponder(
                provider.GetServices<ISuperTokensErrorHandler>, provider.GetRequiredService<ILogger<ErrorResponder>>()));
            services.AddSingleton(provider => new SuperTokensDispatcher(
                provider.GetRequiredService<SuperTokensAppInfo>(),
                provider.GetRequiredService<IOptions<SuperTokensOptions>>(),
                provider.GetServices<ISuperTokensEndpoints>,
                provider.GetRequiredService<ITenantResolver>,
                provider.GetRequiredService<ErrorResponder>(),
                provider.GetRequiredService<ILogger<SuperTokensDispatcher>>()));
            services.AddSingleton(provider => new ApiContextFactory(
                provider.GetRequiredService<SuperTokensAppInfo>(),
                provider.GetRequiredService<IOptions<SuperTokensOptions>>(),
                provider.GetRequiredService<ITenantResolver>(),
                provider.GetRequiredService<IMultitenancyRecipe>()));
            services.AddCors();
            services.AddSuperTokensApiDescriptions();
            services.AddSuperTokensDoctor(Environment.GetCommandLineArgs());
        }

        return new SuperTokensBuilder(services).AddJwt().AddOpenId().AddMultitenancy().AddAccountLinking();
    }

    private static void AddCoreClient(IServiceCollection services)
    {
        services.AddSingleton<CoreTransport>();
        services.AddSingleton<ICoreClient, CoreClient>();
        services.AddSingleton<CoreHello>();
        services.AddSingleton<CoreHostPipelines>();
        services.AddHttpClient(CoreDefaults.HttpClientName)

            // The pipeline below limits each call, reading the body included.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(CoreHandler.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // The factory's own log lines hold whole URLs, e-mail addresses in queries included.
            .RemoveAllLoggers()

            // AddResilienceHandler would wait for calls under way when the application ends, by a clock that stands still in tests.
            .AddHttpMessageHandler(static provider => new ResilienceHandler(provider.GetRequiredService<CoreHostPipelines>().Of))
            .AddHttpMessageHandler(static () => new WholeAnswerHandler());
    }
}
