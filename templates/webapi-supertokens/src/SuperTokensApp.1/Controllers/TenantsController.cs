using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class TenantsController(IMultitenancyRecipe multitenancy) : ControllerBase
{
    /// <summary>The tenants, for a page on which people choose theirs before they sign in. Open to everyone: take it away if the list is a secret.</summary>
    [HttpGet("/tenants")]
    public async Task<ActionResult> Tenants(CancellationToken cancellationToken)
    {
        var tenants = await multitenancy.ListAllTenantsAsync(cancellationToken);
        return Ok(new { status = "OK", tenants = tenants.Select(tenant => new { tenant.TenantId }) });
    }

    /// <summary>The tenant that the session was made in. Keep what belongs to one tenant under this id.</summary>
    [HttpGet("/tenant")]
    [RequireSession]
    public ActionResult Tenant(SessionContainer session) => Ok(new { tenantId = session.TenantId });
}
