namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of deleting a tenant.</summary>
/// <param name="DidExist">Whether there was one of that id.</param>
public sealed record DeleteTenantResult(bool DidExist);
