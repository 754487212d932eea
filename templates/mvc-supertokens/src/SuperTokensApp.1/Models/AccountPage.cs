using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokensApp._1.Models;

/// <summary>A person's account.</summary>
/// <param name="User">The person.</param>
/// <param name="SessionHandle">The session that asks.</param>
/// <param name="Sessions">Sessions of the person: the one that asks, and others while they are not too many.</param>
public sealed record AccountPage(User User, string SessionHandle, UserSessions Sessions);
