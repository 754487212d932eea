namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>A provider with the client that a request uses. Override one by deriving from <see cref="DelegatingThirdPartyProvider"/>.</summary>
public interface IThirdPartyProvider
{
    /// <summary>The provider's id, such as <c>google</c>.</summary>
    string Id { get; }

    /// <summary>The settings of the client in use.</summary>
    ThirdPartyProviderConfig Config { get; }

    /// <summary>Makes the address that people are sent to. The frontend adds <c>state</c> to it, and checks that on their way back.</summary>
    /// <param name="redirectUriOnProviderDashboard">Where the provider sends people back to; one of those registered with it.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address, and the PKCE verifier where PKCE is used.</returns>
    /// <exception cref="ThirdPartyProviderException">The provider has no such address.</exception>
    Task<AuthorisationRedirect> GetAuthorisationRedirectUrlAsync(string redirectUriOnProviderDashboard, string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Exchanges what people came back with for tokens.</summary>
    /// <param name="redirectUriInfo">What they came back with.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="Hosting.BadInputException">They came back without a code.</exception>
    /// <exception cref="ThirdPartyProviderException">The provider failed or gave no tokens.</exception>
    Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Finds out who signed in, after checking the tokens.</summary>
    /// <param name="oAuthTokens">The tokens.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user at the provider.</returns>
    /// <exception cref="Hosting.BadInputException">The frontend sent an access token alone, which may have been made for another app.</exception>
    /// <exception cref="ThirdPartyProviderException">The provider failed, or a token is not to be trusted.</exception>
    Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default);
}
