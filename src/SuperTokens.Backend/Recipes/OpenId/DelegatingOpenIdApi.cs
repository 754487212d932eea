using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>An <see cref="IOpenIdApi"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingOpenIdApi(IOpenIdApi inner) : IOpenIdApi
{
    /// <summary>The original.</summary>
    protected IOpenIdApi Inner { get; } = inner;

    /// <inheritdoc />
    public virtual ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationGetAsync(ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GetOpenIdDiscoveryConfigurationGetAsync(context, cancellationToken);
}
