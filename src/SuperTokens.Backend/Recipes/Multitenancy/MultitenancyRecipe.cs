using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Reads tenants from the core.</summary>
internal sealed class MultitenancyRecipe(ICoreClient core) : IMultitenancyRecipe
{
    public const string Id = "multitenancy";

    private static readonly CdiVersion FirstWithSecondRoute = new(5, 1);

    public async Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenantId);
        var path = await core.GetCdiVersionAsync(cancellationToken) < FirstWithSecondRoute ? "/recipe/multitenancy/tenant" : "/recipe/multitenancy/tenant/v2";
        var request = CoreRequest.Get(CorePath.Tenant(tenantId, path)) with { RecipeId = Id };
        var answer = await core.SendAsync(request, MultitenancyJsonContext.Default.CoreTenantAnswer, cancellationToken);
        return answer.Status switch
        {
            "OK" => answer.ToTenant() ?? throw UnexpectedCoreAnswer.To(request),
            "TENANT_NOT_FOUND_ERROR" => null,
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }
}
