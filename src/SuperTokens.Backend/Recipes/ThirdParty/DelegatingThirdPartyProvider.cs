namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Passes every call on: derive from it, override one method, and set it as <see cref="ThirdPartyProviderOptions.Override"/>.</summary>
public abstract class DelegatingThirdPartyProvider : IThirdPartyProvider
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingThirdPartyProvider(IThirdPartyProvider inner) => Inner = inner;

    /// <inheritdoc />
    public virtual string Id => Inner.Id;

    /// <inheritdoc />
    public virtual ThirdPartyProviderConfig Config => Inner.Config;

    /// <summary>What calls are passed on to.</summary>
    protected IThirdPartyProvider Inner { get; }

    /// <inheritdoc />
    public virtual Task<AuthorisationRedirect> GetAuthorisationRedirectUrlAsync(string redirectUriOnProviderDashboard, string tenantId, CancellationToken cancellationToken = default)
        => Inner.GetAuthorisationRedirectUrlAsync(redirectUriOnProviderDashboard, tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
        => Inner.ExchangeAuthCodeForOAuthTokensAsync(redirectUriInfo, tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
        => Inner.GetUserInfoAsync(oAuthTokens, tenantId, cancellationToken);
}
