using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;ISamlRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingSamlRecipe : ISamlRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingSamlRecipe(ISamlRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected ISamlRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<CreateOrUpdateSamlClientResult> CreateOrUpdateClientAsync(string tenantId, SamlClientInput input, CancellationToken cancellationToken = default)
        => Inner.CreateOrUpdateClientAsync(tenantId, input, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<SamlClient>> ListClientsAsync(string tenantId, CancellationToken cancellationToken = default)
        => Inner.ListClientsAsync(tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RemoveSamlClientResult> RemoveClientAsync(string tenantId, string clientId, CancellationToken cancellationToken = default)
        => Inner.RemoveClientAsync(tenantId, clientId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateSamlLoginRequestResult> CreateLoginRequestAsync(
        string tenantId, string clientId, string redirectUri, string acsUrl, string? state = null, CancellationToken cancellationToken = default)
        => Inner.CreateLoginRequestAsync(tenantId, clientId, redirectUri, acsUrl, state, cancellationToken);

    /// <inheritdoc />
    public virtual Task<VerifySamlResponseResult> VerifySamlResponseAsync(string tenantId, string samlResponse, string? relayState = null, CancellationToken cancellationToken = default)
        => Inner.VerifySamlResponseAsync(tenantId, samlResponse, relayState, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GetSamlUserInfoResult> GetUserInfoAsync(string tenantId, string accessToken, string clientId, CancellationToken cancellationToken = default)
        => Inner.GetUserInfoAsync(tenantId, accessToken, clientId, cancellationToken);
}
