using System.Collections.Concurrent;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>
/// The session objects that the suite was handed. An application that got one keeps it, and may use it after its access token expired: so
/// may the suite, which only has the token to name it by.
/// </summary>
internal sealed class KnownSessions
{
    private readonly ConcurrentDictionary<string, SessionContainer> _sessions = new(StringComparer.Ordinal);

    public void Keep(SessionContainer session) => _sessions[session.AccessToken] = session;

    public SessionContainer? Find(string accessToken)
        => _sessions.TryGetValue(accessToken, out var session) && session.AccessToken == accessToken ? session : null;
}
