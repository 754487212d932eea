using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The JWT recipe's endpoints; override it to change what they do.</summary>
public interface IJwtApi
{
    /// <summary>GET <c>/jwt/jwks.json</c>: the core's public keys.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<JwksResult> GetJwksGetAsync(ApiContext context, CancellationToken cancellationToken = default);
}
