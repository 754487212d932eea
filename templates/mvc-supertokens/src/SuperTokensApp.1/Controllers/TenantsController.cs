using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class TenantsController(IMultitenancyRecipe multitenancy) : ControllerBase
{
    /// <summary>The tenants, for a page on which people choose theirs before they sign in. Open to everyone: take it away if the list is a secret.</summary>
    [HttpGet("/tenants")]
    public async Task<ActionResult> Tenants(CancellationToken cancellationToken)
    {
        var tenants = await multitenancy.ListAllTenantsAsync(cancellationToken);
        return Ok(new { status = "OK", tenants = tenants.Select(tenant => new { tenantId = tenant.Id }) });
    }

    /// <summary>For people of that tenant: without a session the answer is 401, with another tenant's 403, and this method does not run.</summary>
    [HttpGet("/tenants/{tenantId}")]
    [RequireTenant]
    public ActionResult Tenant(string tenantId) => Ok(new { tenantId });
}
