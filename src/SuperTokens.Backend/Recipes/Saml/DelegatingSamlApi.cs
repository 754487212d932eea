using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;ISamlApi, …&gt;()</c>.</summary>
public abstract class DelegatingSamlApi : ISamlApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingSamlApi(ISamlApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected ISamlApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<SamlLoginApiResult> LoginAsync(
        string clientId, string redirectUri, string? state, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.LoginAsync(clientId, redirectUri, state, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SamlCallbackApiResult> CallbackAsync(string samlResponse, string? relayState, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.CallbackAsync(samlResponse, relayState, context, cancellationToken);
}
