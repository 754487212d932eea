using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class TenantsController(IMultitenancyRecipe multitenancy) : ControllerBase
{
    /// <summary>The tenant that the session was made in. What belongs to one tenant is kept under <c>session.TenantId</c>.</summary>
    [HttpGet("/tenant")]
    [RequireSession]
    public async Task<ActionResult> Tenant(SessionContainer session, CancellationToken cancellationToken)
    {
        var tenant = await multitenancy.GetTenantAsync(session.TenantId, cancellationToken);
        return Ok(new { tenantId = session.TenantId, firstFactors = tenant?.FirstFactors });
    }
}
