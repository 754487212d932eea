using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>Creates JWTs with the core's keys, for other services to verify, and publishes the keys.</summary>
public interface IJwtRecipe
{
    /// <summary>Creates a JWT. It proves what its payload says to other services; it is no session.</summary>
    /// <param name="payload">The claims; the core adds <c>iat</c> and <c>exp</c>.</param>
    /// <param name="validity">How long it is valid, in whole seconds; the configured time when null.</param>
    /// <param name="useStaticSigningKey">Whether it is signed with the key that stays (true) or one that is replaced regularly.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JWT, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateJwtResult> CreateJwtAsync(
        JsonObject payload, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default);

    /// <summary>Asks the core for its public keys.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The keys and how long they can be kept.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<JwksResult> GetJwksAsync(CancellationToken cancellationToken = default);
}
