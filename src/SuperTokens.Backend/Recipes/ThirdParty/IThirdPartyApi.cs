using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What the recipe answers frontends, one endpoint a method. Override it by deriving from <see cref="DelegatingThirdPartyApi"/>.</summary>
public interface IThirdPartyApi
{
    /// <summary>Tells where people are sent to sign in: <c>GET /authorisationurl</c>.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="redirectUriOnProviderDashboard">Where the provider sends them back to.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ThirdPartyProviderException">The provider has no such address.</exception>
    Task<AuthorisationUrlApiResult> GetAuthorisationUrlAsync(
        IThirdPartyProvider provider, string redirectUriOnProviderDashboard, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in or up: <c>POST /signinup</c>.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user and their session, or why there is none.</returns>
    /// <exception cref="BadInputException">A code is missing, or an access token comes without proof that it was made for this app.</exception>
    /// <exception cref="UnauthorisedException">The tenant does not begin with a provider.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    /// <exception cref="ThirdPartyProviderException">The provider failed, or cannot be trusted.</exception>
    Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends people on whom Apple sent back: <c>POST /callback/apple</c>. Apple posts a form to the API; the website takes it from there.
    /// The page is the one that the frontend put into <c>state</c>, and is only used when it is the website's.
    /// </summary>
    /// <param name="formPostInfoFromProvider">The fields of Apple's form.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, with the fields as parameters.</returns>
    /// <exception cref="BadInputException">The state names no page of the website.</exception>
    Task<AppleRedirectApiResult> RedirectFromAppleAsync(
        IReadOnlyDictionary<string, string?> formPostInfoFromProvider, ApiContext context, CancellationToken cancellationToken = default);
}
