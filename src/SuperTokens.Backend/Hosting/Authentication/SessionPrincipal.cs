using System.Security.Claims;
using System.Security.Principal;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// A session's user, as the access token said when it was verified. The claims are made when somebody asks for them, which
/// few requests do: every member that could show them is overridden to make them first.
/// </summary>
internal sealed class SessionPrincipal(SessionPrincipals principals, SessionContainer session, AccessToken token) : ClaimsPrincipal
{
    private readonly Lock _lock = new();
    private volatile bool _isMade;

    public override IIdentity? Identity
    {
        get
        {
            Make();
            return base.Identity;
        }
    }

    public override IEnumerable<ClaimsIdentity> Identities
    {
        get
        {
            Make();
            return base.Identities;
        }
    }

    public override IEnumerable<Claim> Claims
    {
        get
        {
            Make();
            return base.Claims;
        }
    }

    public override void AddIdentity(ClaimsIdentity identity)
    {
        Make();
        base.AddIdentity(identity);
    }

    public override void AddIdentities(IEnumerable<ClaimsIdentity> identities)
    {
        Make();
        base.AddIdentities(identities);
    }

    public override ClaimsPrincipal Clone()
    {
        Make();
        return base.Clone();
    }

    public override IEnumerable<Claim> FindAll(Predicate<Claim> match)
    {
        Make();
        return base.FindAll(match);
    }

    public override IEnumerable<Claim> FindAll(string type)
    {
        Make();
        return base.FindAll(type);
    }

    public override Claim? FindFirst(Predicate<Claim> match)
    {
        Make();
        return base.FindFirst(match);
    }

    public override Claim? FindFirst(string type)
    {
        Make();
        return base.FindFirst(type);
    }

    public override bool HasClaim(Predicate<Claim> match)
    {
        Make();
        return base.HasClaim(match);
    }

    public override bool HasClaim(string type, string value)
    {
        Make();
        return base.HasClaim(type, value);
    }

    public override bool IsInRole(string role)
    {
        Make();
        return base.IsInRole(role);
    }

    public override void WriteTo(BinaryWriter writer)
    {
        Make();
        base.WriteTo(writer);
    }

    protected override void WriteTo(BinaryWriter writer, byte[]? userData)
    {
        Make();
        base.WriteTo(writer, userData);
    }

    private void Make()
    {
        if (_isMade)
        {
            return;
        }

        // Endpoints may read their user from several threads at once.
        lock (_lock)
        {
            if (!_isMade)
            {
                base.AddIdentity(principals.CreateIdentity(session, token));
                _isMade = true;
            }
        }
    }
}
