using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>The OpenID recipe's endpoints.</summary>
internal sealed class OpenIdApi(IOpenIdRecipe recipe) : IOpenIdApi
{
    public ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationGetAsync(ApiContext context, CancellationToken cancellationToken = default)
        => recipe.GetOpenIdDiscoveryConfigurationAsync(cancellationToken);
}
