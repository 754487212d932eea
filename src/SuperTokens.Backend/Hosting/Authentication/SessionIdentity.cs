using System.Security.Claims;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>A user who has a session, also where the request that brought it is long answered, as in a hub.</summary>
internal sealed class SessionIdentity : ClaimsIdentity
{
    private readonly SessionContainer _session;
    private SessionContainer? _detached;

    public SessionIdentity(SessionContainer session)
        : base(SuperTokensDefaults.AuthenticationScheme) => _session = session;

    private SessionIdentity(SessionIdentity other)
        : base(other, StringComparison.OrdinalIgnoreCase) => _session = other._session;

    /// <summary>The session, which writes to no response: its frontend learns of changes when it refreshes.</summary>
    public SessionContainer Detached => LazyInitializer.EnsureInitialized(ref _detached, _session.Detach);

    public override ClaimsIdentity Clone() => new SessionIdentity(this);
}
