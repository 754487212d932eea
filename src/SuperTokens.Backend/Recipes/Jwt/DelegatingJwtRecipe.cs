using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>An <see cref="IJwtRecipe"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingJwtRecipe(IJwtRecipe inner) : IJwtRecipe
{
    /// <summary>The original.</summary>
    protected IJwtRecipe Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<CreateJwtResult> CreateJwtAsync(
        JsonObject payload, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default)
        => Inner.CreateJwtAsync(payload, validity, useStaticSigningKey, cancellationToken);

    /// <inheritdoc />
    public virtual Task<JwksResult> GetJwksAsync(CancellationToken cancellationToken = default) => Inner.GetJwksAsync(cancellationToken);
}
