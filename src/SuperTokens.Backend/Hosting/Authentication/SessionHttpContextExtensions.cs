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

    /// <summary>The same with the access token's payload as a type of the application's own.</summary>
    /// <typeparam name="TPayload">The payload's type, which <c>AddSessionPayload</c> registered.</typeparam>
    /// <param name="context">The request.</param>
    /// <returns>The session, or null when there is none.</returns>
    /// <exception cref="InvalidClaimsException">The payload has not the shape of the type.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSessionPayload</c> was not called for the type.</exception>
    public static SessionContainer<TPayload>? GetSession<TPayload>(this HttpContext context)
        => context.GetSession() is { } session ? SessionPayload<TPayload>.Of(context.RequestServices).Read(session) : null;
}
