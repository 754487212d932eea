using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Users;

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
    public virtual Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default)
        => Inner.GetTenantIdAsync(tenantIdFromFrontend, httpContext, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateOrUpdateTenantResult> CreateOrUpdateTenantAsync(string tenantId, TenantChanges? changes = null, CancellationToken cancellationToken = default)
        => Inner.CreateOrUpdateTenantAsync(tenantId, changes, cancellationToken);

    /// <inheritdoc />
    public virtual Task<DeleteTenantResult> DeleteTenantAsync(string tenantId, CancellationToken cancellationToken = default)
        => Inner.DeleteTenantAsync(tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default)
        => Inner.GetTenantAsync(tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<string>?> GetAvailableFirstFactorsAsync(string tenantId, CancellationToken cancellationToken = default)
        => Inner.GetAvailableFirstFactorsAsync(tenantId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<Tenant>> ListAllTenantsAsync(CancellationToken cancellationToken = default)
        => Inner.ListAllTenantsAsync(cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateOrUpdateThirdPartyConfigResult> CreateOrUpdateThirdPartyConfigAsync(
        string tenantId, TenantProvider provider, bool? skipValidation = null, CancellationToken cancellationToken = default)
        => Inner.CreateOrUpdateThirdPartyConfigAsync(tenantId, provider, skipValidation, cancellationToken);

    /// <inheritdoc />
    public virtual Task<DeleteThirdPartyConfigResult> DeleteThirdPartyConfigAsync(string tenantId, string thirdPartyId, CancellationToken cancellationToken = default)
        => Inner.DeleteThirdPartyConfigAsync(tenantId, thirdPartyId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<AssociateUserToTenantResult> AssociateUserToTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        => Inner.AssociateUserToTenantAsync(tenantId, recipeUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<DisassociateUserFromTenantResult> DisassociateUserFromTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        => Inner.DisassociateUserFromTenantAsync(tenantId, recipeUserId, cancellationToken);
}
