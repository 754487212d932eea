using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>
/// The session claim <c>st-perm</c>: the permissions of all roles that the user has in the session's tenant. It is what they were when the
/// claim was fetched; a validator with an age, or <see cref="SessionContainer.FetchAndSetClaimAsync"/>, has it fetched again. A service of
/// the container.
/// </summary>
public sealed class PermissionClaim : PrimitiveArrayClaim<string>
{
    /// <summary>The claim's key: <c>st-perm</c>.</summary>
    public const string Name = "st-perm";

    internal PermissionClaim(Lazy<IUserRolesRecipe> recipe, TimeProvider time)
        : base(Name, async (userId, _, tenantId, _, cancellationToken) => new ClaimValue<string[]>(await FetchAsync(recipe.Value, tenantId, userId, cancellationToken)), timeProvider: time)
    {
    }

    private static async Task<string[]> FetchAsync(IUserRolesRecipe recipe, string tenantId, string userId, CancellationToken cancellationToken)
    {
        var permissions = new List<string>();
        foreach (var role in (await recipe.GetRolesForUserAsync(tenantId, userId, cancellationToken)).Roles)
        {
            // A role that was deleted meanwhile allows nothing.
            if (await recipe.GetPermissionsForRoleAsync(role, cancellationToken) is GetPermissionsForRoleResult.Ok ok)
            {
                permissions.AddRange(ok.Permissions);
            }
        }

        return [.. permissions.Distinct(StringComparer.Ordinal)];
    }
}
