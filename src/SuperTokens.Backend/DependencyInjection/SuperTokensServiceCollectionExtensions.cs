using Microsoft.Extensions.Configuration;
using SuperTokens.Backend.Configuration;

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
        var builder = AddCore(services);
        services.AddSingleton(new SuperTokensConfigurationSection(section));
        return builder;
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
        return AddCore(services);
    }

    private static SuperTokensBuilder AddCore(IServiceCollection services)
    {
        services.AddOptions<SuperTokensOptions>().ValidateOnStart();
        return new SuperTokensBuilder(services);
    }
}
