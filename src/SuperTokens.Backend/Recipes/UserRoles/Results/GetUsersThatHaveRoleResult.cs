using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of asking who has a role.</summary>
public abstract record GetUsersThatHaveRoleResult
{
    private GetUsersThatHaveRoleResult()
    {
    }

    /// <summary>The role exists.</summary>
    /// <param name="UserIds">The ids of the users who have it in the tenant.</param>
    public sealed record Ok(ImmutableArray<string> UserIds) : GetUsersThatHaveRoleResult;

    /// <summary>There is no role of that name.</summary>
    public sealed record UnknownRole : GetUsersThatHaveRoleResult;
}
