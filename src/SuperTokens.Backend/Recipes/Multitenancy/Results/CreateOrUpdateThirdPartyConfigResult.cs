namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of setting a tenant's third-party provider.</summary>
/// <param name="CreatedNew">Whether the tenant did not have the provider before.</param>
public sealed record CreateOrUpdateThirdPartyConfigResult(bool CreatedNew);
