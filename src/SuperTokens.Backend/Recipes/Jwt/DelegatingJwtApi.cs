using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>An <see cref="IJwtApi"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingJwtApi(IJwtApi inner) : IJwtApi
{
    /// <summary>The original.</summary>
    protected IJwtApi Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<JwksResult> GetJwksGetAsync(ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GetJwksGetAsync(context, cancellationToken);
}
