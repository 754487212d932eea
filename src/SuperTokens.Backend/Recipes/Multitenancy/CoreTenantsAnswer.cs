using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>CDI: GET /recipe/multitenancy/tenant/list/v2 and, before 5.1, the one without <c>v2</c>.</summary>
internal sealed record CoreTenantsAnswer(string Status)
{
    public ImmutableArray<CoreTenantAnswer?>? Tenants { get; init; }
}
