using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>The user whose credentials are about to be checked.</summary>
/// <param name="User">The user.</param>
/// <param name="LoginMethod">The login method the credentials are for.</param>
internal sealed record AuthenticatingUser(User User, LoginMethod LoginMethod);
