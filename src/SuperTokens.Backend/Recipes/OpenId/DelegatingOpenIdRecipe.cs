using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>An <see cref="IOpenIdRecipe"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingOpenIdRecipe(IOpenIdRecipe inner) : IOpenIdRecipe
{
    /// <summary>The original.</summary>
    protected IOpenIdRecipe Inner { get; } = inner;

    /// <inheritdoc />
    public virtual ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationAsync(CancellationToken cancellationToken = default)
        => Inner.GetOpenIdDiscoveryConfigurationAsync(cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateJwtResult> CreateJwtAsync(
        JsonObject? payload = null, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default)
        => Inner.CreateJwtAsync(payload, validity, useStaticSigningKey, cancellationToken);
}
