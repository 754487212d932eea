using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of asking what a role allows.</summary>
public abstract record GetPermissionsForRoleResult
{
    private GetPermissionsForRoleResult()
    {
    }

    /// <summary>The role exists.</summary>
    /// <param name="Permissions">What it allows.</param>
    public sealed record Ok(ImmutableArray<string> Permissions) : GetPermissionsForRoleResult;

    /// <summary>There is no role of that name.</summary>
    public sealed record UnknownRole : GetPermissionsForRoleResult;
}
