namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>The outcome of deleting a role.</summary>
/// <param name="DidRoleExist">Whether there was such a role before.</param>
public sealed record DeleteRoleResult(bool DidRoleExist);
