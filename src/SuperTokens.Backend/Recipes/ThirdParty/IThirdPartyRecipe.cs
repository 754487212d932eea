using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// The recipe's operations. Override it by deriving from <see cref="DelegatingThirdPartyRecipe"/>: an overridden
/// <see cref="ManuallyCreateOrUpdateUserAsync"/> also changes <see cref="SignInUpAsync"/>, which calls it.
/// </summary>
public interface IThirdPartyRecipe
{
    /// <summary>Finds a provider of a tenant, with what the core has for it put over what the app has.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="thirdPartyId">The provider's id.</param>
    /// <param name="clientType">The kind of frontend, such as <c>web</c>; null where the provider has one client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The provider, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    /// <exception cref="ThirdPartyProviderException">The provider's discovery failed.</exception>
    Task<GetProviderResult> GetProviderAsync(string tenantId, string thirdPartyId, string? clientType = null, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in or up whom a provider has vouched for. Begins no session.</summary>
    /// <param name="input">The user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ThirdPartySignInUpResult> SignInUpAsync(ThirdPartySignInUpInput input, CancellationToken cancellationToken = default);

    /// <summary>Creates the login method for an account at a provider, or changes its address. No provider is asked, and no session begun.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="thirdPartyId">The provider's id; it need not be configured.</param>
    /// <param name="thirdPartyUserId">The user's id there.</param>
    /// <param name="email">The user's address.</param>
    /// <param name="isVerified">Whether the address is verified.</param>
    /// <param name="session">A session whose user the login method is linked to, or null; only account linking reads it.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user. Default: where the app links accounts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateOrUpdateUserResult> ManuallyCreateOrUpdateUserAsync(
        string tenantId,
        string thirdPartyId,
        string thirdPartyUserId,
        string email,
        bool isVerified,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default);
}
