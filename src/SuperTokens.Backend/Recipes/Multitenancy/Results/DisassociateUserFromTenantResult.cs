namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The outcome of removing a login method from a tenant.</summary>
/// <param name="WasAssociated">Whether it worked there before.</param>
public sealed record DisassociateUserFromTenantResult(bool WasAssociated);
