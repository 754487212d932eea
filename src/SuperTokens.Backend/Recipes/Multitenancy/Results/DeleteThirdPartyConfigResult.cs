namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of removing a third-party provider from a tenant.</summary>
/// <param name="DidConfigExist">Whether the tenant had the provider.</param>
public sealed record DeleteThirdPartyConfigResult(bool DidConfigExist);
