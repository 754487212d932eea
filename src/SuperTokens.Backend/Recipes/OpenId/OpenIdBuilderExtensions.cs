using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.OpenId;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the OpenID recipe.</summary>
public static class OpenIdBuilderExtensions
{
    /// <summary>Adds the OpenID recipe: <c>/.well-known/openid-configuration</c>, and JWTs with this API as issuer. <c>AddSuperTokens</c> does it already.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder AddOpenId(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IOpenIdRecipe)))
        {
            services.AddSingleton<IOpenIdRecipe, OpenIdRecipe>();
            services.AddSingleton(provider => new Lazy<IOpenIdRecipe>(provider.GetRequiredService<IOpenIdRecipe>));
            services.AddSingleton<IOpenIdApi, OpenIdApi>();
            services.AddSingleton<ISuperTokensEndpoints, OpenIdEndpoints>();
        }

        return builder;
    }
}
