using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IThirdPartyRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingThirdPartyRecipe : IThirdPartyRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingThirdPartyRecipe(IThirdPartyRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IThirdPartyRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<GetProviderResult> GetProviderAsync(string tenantId, string thirdPartyId, string? clientType = null, CancellationToken cancellationToken = default)
        => Inner.GetProviderAsync(tenantId, thirdPartyId, clientType, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ThirdPartySignInUpResult> SignInUpAsync(ThirdPartySignInUpInput input, CancellationToken cancellationToken = default)
        => Inner.SignInUpAsync(input, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateOrUpdateUserResult> ManuallyCreateOrUpdateUserAsync(
        string tenantId,
        string thirdPartyId,
        string thirdPartyUserId,
        string email,
        bool isVerified,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default)
        => Inner.ManuallyCreateOrUpdateUserAsync(tenantId, thirdPartyId, thirdPartyUserId, email, isVerified, session, shouldTryLinkingWithSessionUser, cancellationToken);
}
