using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Limits how often the frontend API may be used.</summary>
public static class RateLimitingBuilderExtensions
{
    /// <summary>
    /// Limits guesses, sign-ups, mails, SMS and questions who has an account: by client address and by account, for frontends, for pages that
    /// call the recipes' APIs, and without a middleware pipeline. The configuration section <c>SuperTokens:RateLimiting</c> is bound first. The
    /// order among recipes and overrides is free: the limits stand between a recipe's API and all of its overrides.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="configure">Changes the options, or null.</param>
    /// <returns>The same builder. Calling this again only applies <paramref name="configure"/>.</returns>
    public static SuperTokensBuilder AddRateLimiting(this SuperTokensBuilder builder, Action<RateLimitingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(RateLimits)))
        {
            var options = services.AddOptions<RateLimitingOptions>().ValidateOnStart();
            if (builder.FindSection("RateLimiting") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<RateLimitingOptions>, RateLimitingOptionsValidator>();
            services.AddSingleton<RateLimitKeys>();
            services.AddSingleton<RateLimits>();
            services.AddSingleton<ISuperTokensErrorHandler, RateLimitErrorHandler>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Puts a recipe's limits around its API, in an app that has limits.</summary>
    /// <typeparam name="TApi">The API.</typeparam>
    /// <param name="builder">The SuperTokens app.</param>
    /// <param name="limited">Makes the API with limits.</param>
    internal static void Limit<TApi>(this SuperTokensBuilder builder, Func<TApi, RateLimits, TApi> limited)
        where TApi : class
        => builder.Override<TApi>((api, services) => services.GetService<RateLimits>() is { IsEnabled: true } limits ? limited(api, limits) : api);
}
