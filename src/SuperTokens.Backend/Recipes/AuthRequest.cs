using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes;

/// <summary>Who asks to sign up or in, where, and with what in mind. The same for every sign-in recipe.</summary>
/// <param name="TenantId">The tenant: the session's when there is one, else the path's.</param>
/// <param name="Session">The session the caller already has, or null. Not read when it cannot matter.</param>
/// <param name="ShouldTryLinkingWithSessionUser">Whether to link to the session's user; null when the frontend is too old to say.</param>
internal sealed record AuthRequest(string TenantId, SessionContainer? Session, bool? ShouldTryLinkingWithSessionUser);
