using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>
/// The recipe's operations, one core call each. The core speaks SAML with the identity providers: it makes the requests, checks the
/// responses and their signatures, and keeps the clients. It has to be of version 11.3 or later (CDI 5.4), and a self-hosted one needs a
/// licence. Override it by deriving from <see cref="DelegatingSamlRecipe"/>.
/// </summary>
public interface ISamlRecipe
{
    /// <summary>Connects a tenant with an identity provider, or changes the connection of the same client id.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="input">The client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The client as it is stored, or why it is not.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant, is too old or lacks the licence; cores up to 12.1 also answer so (status 400) when they cannot read the metadata.</exception>
    Task<CreateOrUpdateSamlClientResult> CreateOrUpdateClientAsync(string tenantId, SamlClientInput input, CancellationToken cancellationToken = default);

    /// <summary>Reads the clients of a tenant.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The clients, without their secrets.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant or is too old.</exception>
    Task<ImmutableArray<SamlClient>> ListClientsAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Removes a client of a tenant.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant or is too old.</exception>
    Task<RemoveSamlClientResult> RemoveClientAsync(string tenantId, string clientId, CancellationToken cancellationToken = default);

    /// <summary>Begins a login: makes the address at the identity provider, with a signed request in it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="redirectUri">Where people come back to in the end. The core takes only those of the client's list, letter by letter.</param>
    /// <param name="acsUrl">Where the identity provider posts its response: <c>/saml/callback</c> of this API.</param>
    /// <param name="state">What is added to <paramref name="redirectUri"/> in the end, for the frontend to recognise its own login; or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address, or that there is no such client or redirect.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant, is too old or lacks the licence.</exception>
    Task<CreateSamlLoginRequestResult> CreateLoginRequestAsync(
        string tenantId, string clientId, string redirectUri, string acsUrl, string? state = null, CancellationToken cancellationToken = default);

    /// <summary>Has the core check the response of an identity provider: signature, audience, times, and the login it belongs to.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="samlResponse">The response, in Base64 as it was posted.</param>
    /// <param name="relayState">The <c>RelayState</c> posted with it, which names the login; null or empty when the identity provider began it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Where to send the browser, with a code that can be used once; or why not.</returns>
    /// <exception cref="Hosting.BadInputException">The core refuses to read the response.</exception>
    /// <exception cref="Core.CoreException">The core failed, is too old or lacks the licence.</exception>
    Task<VerifySamlResponseResult> VerifySamlResponseAsync(string tenantId, string samlResponse, string? relayState = null, CancellationToken cancellationToken = default);

    /// <summary>Exchanges the code of a finished login for who signed in. It works once.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="accessToken">The code that came with the redirect.</param>
    /// <param name="clientId">The client the login was for; a code of another one is refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user at the identity provider, or that the code is none.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant, is too old or lacks the licence.</exception>
    Task<GetSamlUserInfoResult> GetUserInfoAsync(string tenantId, string accessToken, string clientId, CancellationToken cancellationToken = default);
}
