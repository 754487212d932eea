namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of taking permissions from a role.</summary>
public abstract record RemovePermissionsFromRoleResult
{
    private RemovePermissionsFromRoleResult()
    {
    }

    /// <summary>The role does not have the permissions.</summary>
    public sealed record Ok : RemovePermissionsFromRoleResult;

    /// <summary>There is no role of that name.</summary>
    public sealed record UnknownRole : RemovePermissionsFromRoleResult;
}
