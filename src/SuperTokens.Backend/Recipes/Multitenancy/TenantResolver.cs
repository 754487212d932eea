using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Asks the recipe for a request's tenant, so that an override decides.</summary>
internal sealed class TenantResolver(IMultitenancyRecipe recipe) : ITenantResolver
{
    public Task<string> ResolveAsync(string tenantIdFromPath, HttpContext context, CancellationToken cancellationToken)
        => recipe.GetTenantIdAsync(tenantIdFromPath, context, cancellationToken);
}
