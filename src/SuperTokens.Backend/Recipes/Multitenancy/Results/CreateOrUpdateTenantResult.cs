namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of creating or changing a tenant.</summary>
/// <param name="CreatedNew">Whether the tenant is new.</param>
public sealed record CreateOrUpdateTenantResult(bool CreatedNew);
