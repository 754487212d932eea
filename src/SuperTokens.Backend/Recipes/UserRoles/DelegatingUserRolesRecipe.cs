namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>An <see cref="IUserRolesRecipe"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingUserRolesRecipe(IUserRolesRecipe inner) : IUserRolesRecipe
{
    /// <summary>The original.</summary>
    protected IUserRolesRecipe Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<AddRoleToUserResult> AddRoleToUserAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default)
        => Inner.AddRoleToUserAsync(tenantId, userId, role, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RemoveUserRoleResult> RemoveUserRoleAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default)
        => Inner.RemoveUserRoleAsync(tenantId, userId, role, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RolesResult> GetRolesForUserAsync(string tenantId, string userId, CancellationToken cancellationToken = default)
        => Inner.GetRolesForUserAsync(tenantId, userId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GetUsersThatHaveRoleResult> GetUsersThatHaveRoleAsync(string tenantId, string role, CancellationToken cancellationToken = default)
        => Inner.GetUsersThatHaveRoleAsync(tenantId, role, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateNewRoleOrAddPermissionsResult> CreateNewRoleOrAddPermissionsAsync(string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default)
        => Inner.CreateNewRoleOrAddPermissionsAsync(role, permissions, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GetPermissionsForRoleResult> GetPermissionsForRoleAsync(string role, CancellationToken cancellationToken = default)
        => Inner.GetPermissionsForRoleAsync(role, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RemovePermissionsFromRoleResult> RemovePermissionsFromRoleAsync(string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default)
        => Inner.RemovePermissionsFromRoleAsync(role, permissions, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RolesResult> GetRolesThatHavePermissionAsync(string permission, CancellationToken cancellationToken = default)
        => Inner.GetRolesThatHavePermissionAsync(permission, cancellationToken);

    /// <inheritdoc />
    public virtual Task<DeleteRoleResult> DeleteRoleAsync(string role, CancellationToken cancellationToken = default)
        => Inner.DeleteRoleAsync(role, cancellationToken);

    /// <inheritdoc />
    public virtual Task<RolesResult> GetAllRolesAsync(CancellationToken cancellationToken = default)
        => Inner.GetAllRolesAsync(cancellationToken);
}
