namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of taking a role from a user.</summary>
public abstract record RemoveUserRoleResult
{
    private RemoveUserRoleResult()
    {
    }

    /// <summary>The user does not have the role.</summary>
    /// <param name="DidUserHaveRole">Whether the user had it before.</param>
    public sealed record Ok(bool DidUserHaveRole) : RemoveUserRoleResult;

    /// <summary>There is no role of that name.</summary>
    public sealed record UnknownRole : RemoveUserRoleResult;
}
