using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Functions;

public class TenantsFunctions(IMultitenancyRecipe multitenancy)
{
    /// <summary>The tenants, for a page on which people choose theirs before they sign in. Open to everyone: take it away if the list is a secret.</summary>
    [Function("Tenants")]
    public async Task<IResult> Tenants(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "tenants")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var tenants = await multitenancy.ListAllTenantsAsync(cancellationToken);
        return Results.Ok(new { status = "OK", tenants = tenants.Select(tenant => new { tenantId = tenant.Id }) });
    }

    /// <summary>For people of that tenant: without a session the answer is 401, with another tenant's 403, and this method does not run.</summary>
    [Function("Tenant")]
    [RequireTenant]
    public IResult Tenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "tenants/{tenantId}")] HttpRequest request,
        string tenantId)
        => Results.Ok(new { tenantId });
}
