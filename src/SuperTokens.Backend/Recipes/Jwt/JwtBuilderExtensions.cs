using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Jwt;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the JWT recipe.</summary>
public static class JwtBuilderExtensions
{
    /// <summary>Adds the JWT recipe: JWTs for other services, and <c>/jwt/jwks.json</c>. <c>AddSuperTokens</c> does it already; call it to set options.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options in code, after the configuration. Default: none.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder AddJwt(this SuperTokensBuilder builder, Action<JwtOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IJwtRecipe)))
        {
            var options = services.AddOptions<JwtOptions>().ValidateOnStart();
            if (builder.FindSection("Jwt") is { } section)
            {
                options.Bind(section);
            }

            services.AddSingleton<IValidateOptions<JwtOptions>, JwtOptionsValidator>();
            services.AddSingleton<IJwtRecipe, JwtRecipe>();
            services.AddSingleton<IJwtApi, JwtApi>();
            services.AddSingleton<ISuperTokensEndpoints, JwtEndpoints>();
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
