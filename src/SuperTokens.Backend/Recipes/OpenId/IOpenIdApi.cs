using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>The OpenID recipe's endpoints; override it to change what they do.</summary>
public interface IOpenIdApi
{
    /// <summary>GET <c>/.well-known/openid-configuration</c>, below the API base path: the discovery document.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The discovery document.</returns>
    ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationGetAsync(ApiContext context, CancellationToken cancellationToken = default);
}
