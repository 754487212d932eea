using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>What requests that may have a session are authenticated with. Made at the first of them, so that a start does not wait for it.</summary>
/// <param name="Sessions">Verifies.</param>
/// <param name="Principals">Makes users of sessions.</param>
/// <param name="Errors">Answers where there is no session that will do.</param>
internal sealed record SessionAuthentication(RequestSessions Sessions, SessionPrincipals Principals, SessionErrorHandler Errors);
