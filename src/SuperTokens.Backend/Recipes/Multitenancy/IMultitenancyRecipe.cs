using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What multitenancy does in the core, one operation a method. Override it by deriving from <see cref="DelegatingMultitenancyRecipe"/>.</summary>
public interface IMultitenancyRecipe
{
    /// <summary>
    /// Decides the tenant of a request to one of this SDK's endpoints. Asks nothing of the core: it is there to be overridden, for example
    /// where tenants have subdomains.
    /// </summary>
    /// <param name="tenantIdFromFrontend">The tenant the path names, <c>public</c> when it names none. Anybody can send any.</param>
    /// <param name="httpContext">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant. Default: the one the path names.</returns>
    Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default);

    /// <summary>Creates a tenant, or changes the one there is.</summary>
    /// <param name="tenantId">The tenant: letters, digits and hyphens, not beginning with <c>appid-</c>. The core writes it in lower case.</param>
    /// <param name="changes">What to set. Default: nothing; a new tenant then lets nobody sign in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the tenant is new.</returns>
    /// <exception cref="Core.CoreException">The core failed, its licence does not cover tenants, or it refuses the id or a setting.</exception>
    Task<CreateOrUpdateTenantResult> CreateOrUpdateTenantAsync(string tenantId, TenantChanges? changes = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tenant with its sessions. Its users remain, and lose it.</summary>
    /// <param name="tenantId">The tenant; not <c>public</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="Core.CoreException">The core failed, or was asked to delete <c>public</c>.</exception>
    Task<DeleteTenantResult> DeleteTenantAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Reads a tenant with its sign-in methods.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant, or null when there is none of that id.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Tells which factors one can begin to sign in to a tenant with: those that are set and whose recipe is added.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The factors' ids, such as <c>emailpassword</c>; null when there is no such tenant.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<string>?> GetAvailableFirstFactorsAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>Reads all tenants of the app, <c>public</c> included.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenants.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<Tenant>> ListAllTenantsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives a tenant a third-party provider, in place of the one of the same id.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="skipValidation">Whether the core stores it unchecked. Default (null): it checks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the provider is new in the tenant.</returns>
    /// <exception cref="Core.CoreException">The core failed, knows no such tenant, or refuses the provider.</exception>
    Task<CreateOrUpdateThirdPartyConfigResult> CreateOrUpdateThirdPartyConfigAsync(
        string tenantId, TenantProvider provider, bool? skipValidation = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a third-party provider from a tenant.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="thirdPartyId">The provider's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the tenant had it.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<DeleteThirdPartyConfigResult> DeleteThirdPartyConfigAsync(string tenantId, string thirdPartyId, CancellationToken cancellationToken = default);

    /// <summary>Lets a login method sign in to one more tenant.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<AssociateUserToTenantResult> AssociateUserToTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default);

    /// <summary>Takes a tenant from a login method. Its sessions there end.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the login method had the tenant.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<DisassociateUserFromTenantResult> DisassociateUserFromTenantAsync(string tenantId, RecipeUserId recipeUserId, CancellationToken cancellationToken = default);
}
