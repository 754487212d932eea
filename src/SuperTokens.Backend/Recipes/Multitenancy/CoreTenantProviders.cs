using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The third-party part of a tenant as the core sends it.</summary>
internal sealed record CoreTenantProviders(ImmutableArray<TenantProvider> Providers)
{
    /// <summary>Whether the recipe is on; only before CDI 5.1.</summary>
    public bool? Enabled { get; init; }
}
