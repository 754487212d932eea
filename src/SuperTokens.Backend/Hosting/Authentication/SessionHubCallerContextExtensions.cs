using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.SignalR;

/// <summary>Finds the session of a hub's caller.</summary>
public static class SessionHubCallerContextExtensions
{
    /// <summary>
    /// The session that opened the connection, as it was then. What it changes reaches the core at once, and the frontend when it refreshes: there is no
    /// response to carry new tokens. It may have ended since: <c>CloseOnAuthenticationExpiration</c> closes the connection when its access token
    /// expires, and a policy with <c>CheckDatabase</c> asks the core.
    /// </summary>
    /// <param name="context">The hub's <c>Context</c>.</param>
    /// <returns>The session, or null when the caller has none.</returns>
    public static SessionContainer? GetSession(this HubCallerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.User?.Identities.OfType<SessionIdentity>().FirstOrDefault()?.Detached;
    }

    /// <summary>The same with the access token's payload as a type of the application's own.</summary>
    /// <typeparam name="TPayload">The payload's type, which <c>AddSessionPayload</c> registered.</typeparam>
    /// <param name="context">The hub's <c>Context</c>.</param>
    /// <returns>The session, or null when the caller has none.</returns>
    /// <exception cref="InvalidClaimsException">The payload has not the shape of the type.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSessionPayload</c> was not called for the type, or there is no HTTP connection.</exception>
    public static SessionContainer<TPayload>? GetSession<TPayload>(this HubCallerContext context)
        => context.GetSession() is not { } session
            ? null
            : SessionPayload<TPayload>.Of((context.GetHttpContext() ?? throw new InvalidOperationException("The hub's connection did not come over HTTP.")).RequestServices).Read(session);
}
