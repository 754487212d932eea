namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of saving a role.</summary>
/// <param name="CreatedNewRole">Whether there was no such role before.</param>
public sealed record CreateNewRoleOrAddPermissionsResult(bool CreatedNewRole);
