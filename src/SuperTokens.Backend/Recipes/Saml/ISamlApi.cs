using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What the recipe answers browsers, one endpoint a method. Override it by deriving from <see cref="DelegatingSamlApi"/>.</summary>
public interface ISamlApi
{
    /// <summary>Sends people to their identity provider: <c>GET /saml/login</c>.</summary>
    /// <param name="clientId">The client's id.</param>
    /// <param name="redirectUri">Where they come back to in the end.</param>
    /// <param name="state">What the frontend wants back with them, or null.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The identity provider's address, or why people are sent nowhere.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant, is too old or lacks the licence.</exception>
    Task<SamlLoginApiResult> LoginAsync(string clientId, string redirectUri, string? state, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Takes the response that an identity provider has the browser post: <c>POST /saml/callback</c>.</summary>
    /// <param name="samlResponse">The response, in Base64.</param>
    /// <param name="relayState">What names the login, or null when the identity provider began it.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page of the website, with a code for <c>POST /signinup</c>; or why people are sent nowhere.</returns>
    /// <exception cref="BadInputException">The core refuses to read the response.</exception>
    /// <exception cref="Core.CoreException">The core failed, is too old or lacks the licence.</exception>
    Task<SamlCallbackApiResult> CallbackAsync(string samlResponse, string? relayState, ApiContext context, CancellationToken cancellationToken = default);
}
