using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>Tells OpenID Connect clients about this API, and creates JWTs with it as issuer.</summary>
public interface IOpenIdRecipe
{
    /// <summary>What clients read about this API. Its issuer becomes the <c>iss</c> claim of sessions.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The discovery document.</returns>
    ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a JWT with this API as its issuer (<c>iss</c>), unless the payload names another.</summary>
    /// <param name="payload">The claims. Default: none.</param>
    /// <param name="validity">How long it is valid, in whole seconds; the configured time when null.</param>
    /// <param name="useStaticSigningKey">Whether it is signed with the key that stays (true) or one that is replaced regularly.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JWT, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateJwtResult> CreateJwtAsync(
        JsonObject? payload = null, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default);
}
