namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of giving a user a role.</summary>
public abstract record AddRoleToUserResult
{
    private AddRoleToUserResult()
    {
    }

    /// <summary>The user has the role.</summary>
    /// <param name="DidUserAlreadyHaveRole">Whether the user had it before.</param>
    public sealed record Ok(bool DidUserAlreadyHaveRole) : AddRoleToUserResult;

    /// <summary>There is no role of that name.</summary>
    public sealed record UnknownRole : AddRoleToUserResult;
}
