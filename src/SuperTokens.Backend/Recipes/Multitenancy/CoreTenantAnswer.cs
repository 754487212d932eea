using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The core's answer to <c>GET /{tenantId}/recipe/multitenancy/tenant/v2</c>.</summary>
internal sealed record CoreTenantAnswer(string Status)
{
    public string? TenantId { get; init; }

    public CoreTenantProviders? ThirdParty { get; init; }

    public ImmutableArray<string>? FirstFactors { get; init; }

    public ImmutableArray<string>? RequiredSecondaryFactors { get; init; }

    public JsonObject? CoreConfig { get; init; }

    public Tenant? ToTenant() => TenantId is null
        ? null
        : new Tenant
        {
            Id = TenantId,
            FirstFactors = FirstFactors,
            RequiredSecondaryFactors = RequiredSecondaryFactors,
            ThirdPartyProviders = ThirdParty?.Providers ?? [],
            CoreConfig = CoreConfig ?? [],
        };
}
