using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.EmbeddedCore;
using SuperTokens.EmbeddedCore.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the embedded core to SuperTokens.</summary>
public static class EmbeddedCoreBuilderExtensions
{
    /// <summary>
    /// Runs a SuperTokens core inside this process, for development and tests. It is used when <c>SuperTokens:ConnectionUri</c> is not set;
    /// with a connection URI, the application talks to that core and this one does not start. Outside the Development environment the
    /// application does not start with it, unless <see cref="EmbeddedCoreOptions.AllowOutsideDevelopment"/> is set.
    /// </summary>
    /// <param name="builder">The SuperTokens builder.</param>
    /// <param name="configure">Sets the options. Default: a database in <c>.supertokens/data</c> and the core's own defaults.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder UseEmbeddedCore(this SuperTokensBuilder builder, Action<EmbeddedCoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<EmbeddedCoreOptions>().ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmbeddedCoreOptions>, EmbeddedCoreOptionsValidator>());
        services.TryAddSingleton<EmbeddedCoreHost>();
        services.TryAddSingleton(new InProcessCore(provider =>
        {
            var core = provider.GetRequiredService<EmbeddedCoreHost>();
            return new EmbeddedCoreHandler(() => core.Engine);
        }));
        services.AddHostedService<EmbeddedCoreStartup>();
        return builder;
    }
}
