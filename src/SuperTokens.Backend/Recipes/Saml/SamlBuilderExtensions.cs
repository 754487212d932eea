using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Saml;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SAML recipe.</summary>
public static class SamlBuilderExtensions
{
    /// <summary>
    /// Adds SAML: <see cref="ISamlRecipe"/>, and the endpoints between the browser, the core and the identity providers. People sign in with a
    /// third-party provider whose id begins with <c>saml</c>. The clients live in the core, so there is nothing to set.
    /// </summary>
    /// <param name="builder">The SuperTokens app.</param>
    /// <returns>The same builder.</returns>
    public static SuperTokensBuilder AddSaml(this SuperTokensBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(ISamlRecipe)))
        {
            services.AddSingleton<ISamlRecipe, SamlRecipe>();
            services.AddSingleton<ISamlApi, SamlApi>();
            services.AddSingleton<ISuperTokensEndpoints, SamlEndpoints>();
        }

        return builder;
    }
}
