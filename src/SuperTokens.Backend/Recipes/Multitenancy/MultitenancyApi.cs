using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Answers frontends about tenants.</summary>
internal sealed class MultitenancyApi(IMultitenancyRecipe recipe, FirstFactors firstFactors, IOfferedProviderSource? providers = null) : IMultitenancyApi
{
    public async Task<LoginMethodsApiResult> GetLoginMethodsAsync(string? clientType, ApiContext context, CancellationToken cancellationToken = default)
    {
        var tenant = await recipe.GetTenantAsync(context.TenantId, cancellationToken) ?? throw UnknownTenant();

        // Providers are for the third-party recipe to offer: without it none of them can be used.
        var offered = providers is null ? [] : await providers.ListAsync(tenant, clientType, cancellationToken);
        return new LoginMethodsApiResult.Ok(firstFactors.Of(tenant), offered);
    }

    // FDI: an unknown tenant is no answer of the protocol's; the reference SDK fails with a 500 as well.
    internal static CoreException UnknownTenant() => new("The core has no tenant of the id in the request's path.");
}
