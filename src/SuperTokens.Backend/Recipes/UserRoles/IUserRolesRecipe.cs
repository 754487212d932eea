namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>
/// Roles, what they allow, and who has them. Roles and their permissions are the same in all tenants of an app; who has a role is kept by
/// tenant. The core takes spaces off the ends of roles and permissions. Override it by deriving from <see cref="DelegatingUserRolesRecipe"/>.
/// </summary>
public interface IUserRolesRecipe
{
    /// <summary>Gives a user a role in a tenant. Sessions at hand learn of it when their claims are fetched again.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="userId">The user's (primary) id. The core does not ask whether there is such a user.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was new to the user, or that there is no such role.</returns>
    /// <exception cref="ArgumentException">No tenant can be called so.</exception>
    /// <exception cref="Core.CoreException">The core failed, or has no such tenant.</exception>
    Task<AddRoleToUserResult> AddRoleToUserAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default);

    /// <summary>Takes a role from a user in a tenant. Sessions at hand keep it until their claims are fetched again.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="userId">The user's (primary) id. The core does not ask whether there is such a user.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the user had it, or that there is no such role.</returns>
    /// <exception cref="ArgumentException">No tenant can be called so.</exception>
    /// <exception cref="Core.CoreException">The core failed, or has no such tenant.</exception>
    Task<RemoveUserRoleResult> RemoveUserRoleAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default);

    /// <summary>Reads the roles of a user in a tenant.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="userId">The user's (primary) id. The core does not ask whether there is such a user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roles; none for a user the core does not know.</returns>
    /// <exception cref="ArgumentException">No tenant can be called so.</exception>
    /// <exception cref="Core.CoreException">The core failed, or has no such tenant.</exception>
    Task<RolesResult> GetRolesForUserAsync(string tenantId, string userId, CancellationToken cancellationToken = default);

    /// <summary>Reads who has a role in a tenant.</summary>
    /// <param name="tenantId">The tenant, <c>public</c> for the one every app has.</param>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The users, or that there is no such role.</returns>
    /// <exception cref="ArgumentException">No tenant can be called so.</exception>
    /// <exception cref="Core.CoreException">The core failed, or has no such tenant.</exception>
    Task<GetUsersThatHaveRoleResult> GetUsersThatHaveRoleAsync(string tenantId, string role, CancellationToken cancellationToken = default);

    /// <summary>Creates a role, or adds permissions to it when there is one. Roles are the same in all tenants of the app.</summary>
    /// <param name="role">The role.</param>
    /// <param name="permissions">What it allows, in addition to what it allows already; may be empty.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the role is new.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateNewRoleOrAddPermissionsResult> CreateNewRoleOrAddPermissionsAsync(string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default);

    /// <summary>Reads what a role allows.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permissions, or that there is no such role.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<GetPermissionsForRoleResult> GetPermissionsForRoleAsync(string role, CancellationToken cancellationToken = default);

    /// <summary>Takes permissions from a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="permissions">The permissions to take; those it does not have do not matter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a role.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<RemovePermissionsFromRoleResult> RemovePermissionsFromRoleAsync(string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default);

    /// <summary>Reads the roles that allow something.</summary>
    /// <param name="permission">The permission.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roles; none for a permission that no role has.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<RolesResult> GetRolesThatHavePermissionAsync(string permission, CancellationToken cancellationToken = default);

    /// <summary>Deletes a role, and takes it from everybody who has it, in every tenant.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there was such a role.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<DeleteRoleResult> DeleteRoleAsync(string role, CancellationToken cancellationToken = default);

    /// <summary>Reads all roles of the app.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roles.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<RolesResult> GetAllRolesAsync(CancellationToken cancellationToken = default);
}
