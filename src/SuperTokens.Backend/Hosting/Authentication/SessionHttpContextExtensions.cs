using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.Http;

/// <summary>Finds the session of a request.</summary>
public static class SessionHttpContextExtensions
{
    /// <summary>The request's session, once <c>RequireSession</c>, <c>[Authorize]</c> or <see cref="IRequestSessions"/> has verified, created or refreshed it.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The session, or null when there is none.</returns>
    public static SessionContainer? GetSession(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<SessionFeature>() is { AreClaimsValid: true } feature ? feature.Session : null;
    }
}
