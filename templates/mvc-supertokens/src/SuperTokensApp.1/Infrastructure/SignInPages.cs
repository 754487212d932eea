using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokensApp._1.Models;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Finds out which ways to sign in the sign-in page shows.</summary>
public sealed class SignInPages(IMultitenancyApi tenants)
{
    public async Task<SignInPage> CreateAsync(SignInForm form, ApiContext api, CancellationToken cancellationToken)
        => await tenants.GetLoginMethodsAsync(clientType: null, api, cancellationToken) is LoginMethodsApiResult.Ok ways
            ? new SignInPage(form, ways)
            : new SignInPage(form, new LoginMethodsApiResult.Ok([], []));
}
