using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>Roles of a user, of a permission, or of the app.</summary>
/// <param name="Roles">The roles' names.</param>
public sealed record RolesResult(ImmutableArray<string> Roles);
