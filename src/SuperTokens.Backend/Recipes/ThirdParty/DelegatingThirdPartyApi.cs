using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IThirdPartyApi, …&gt;()</c>.</summary>
public abstract class DelegatingThirdPartyApi : IThirdPartyApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingThirdPartyApi(IThirdPartyApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IThirdPartyApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<AuthorisationUrlApiResult> GetAuthorisationUrlAsync(
        IThirdPartyProvider provider, string redirectUriOnProviderDashboard, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GetAuthorisationUrlAsync(provider, redirectUriOnProviderDashboard, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.SignInUpAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<AppleRedirectApiResult> RedirectFromAppleAsync(
        IReadOnlyDictionary<string, string?> formPostInfoFromProvider, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.RedirectFromAppleAsync(formPostInfoFromProvider, context, cancellationToken);
}
