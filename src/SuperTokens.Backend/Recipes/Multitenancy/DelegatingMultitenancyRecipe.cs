namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IMultitenancyRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingMultitenancyRecipe : IMultitenancyRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingMultitenancyRecipe(IMultitenancyRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IMultitenancyRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default)
        => Inner.GetTenantAsync(tenantId, cancellationToken);
}
