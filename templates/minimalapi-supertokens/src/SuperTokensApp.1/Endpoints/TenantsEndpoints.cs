using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Endpoints;

public static class TenantsEndpoints
{
    public static void MapTenantsEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/tenants", ListAsync);

        // For people of that tenant: without a session the answer is 401, with another tenant's 403, and this code does not run.
        endpoints.MapGet("/tenants/{tenantId}", (string tenantId) => new TenantName(tenantId)).RequireTenant();
    }

    /// <summary>The tenants, for a page on which people choose theirs before they sign in. Open to everyone: take it away if the list is a secret.</summary>
    private static async Task<TenantList> ListAsync(IMultitenancyRecipe multitenancy, CancellationToken cancellationToken)
    {
        var tenants = await multitenancy.ListAllTenantsAsync(cancellationToken);
        return new TenantList("OK", tenants.Select(tenant => new TenantName(tenant.Id)));
    }
}

public sealed record TenantList(string Status, IEnumerable<TenantName> Tenants);

public sealed record TenantName(string TenantId);
