namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What multitenancy does in the core, one operation a method. Override it by deriving from <see cref="DelegatingMultitenancyRecipe"/>.</summary>
public interface IMultitenancyRecipe
{
    /// <summary>Reads a tenant with its sign-in methods.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant, or null when there is none of that id.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default);
}
