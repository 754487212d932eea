using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Sessions as ASP.NET Core's users.</summary>
/// <param name="roles">Where a session's roles are; null without the UserRoles recipe, and then nobody has any.</param>
internal sealed class SessionPrincipals(UserRoleClaim? roles = null)
{
    /// <summary>The type of claims whose value is JSON.</summary>
    public const string JsonType = "JSON";

    /// <summary>Makes a user of a session: id, handle, tenant, roles, and each claim of the access token's payload.</summary>
    /// <param name="session">The session.</param>
    /// <returns>The user.</returns>
    public ClaimsPrincipal Create(SessionContainer session)
    {
        var identity = new ClaimsIdentity(SuperTokensDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.UserId));
        identity.AddClaim(new Claim(SuperTokensDefaults.SessionHandleClaim, session.Handle));
        identity.AddClaim(new Claim(SuperTokensDefaults.TenantIdClaim, session.TenantId));
        foreach (var (name, value) in session.AccessTokenPayload)
        {
            if (value is not null && name is not (SuperTokensDefaults.SessionHandleClaim or SuperTokensDefaults.TenantIdClaim or ClaimTypes.NameIdentifier or ClaimTypes.Role))
            {
                identity.AddClaim(Create(name, value));
            }
        }

        SetRoles(identity, session);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Gives the user the roles that the session has now, and no others.</summary>
    /// <param name="identity">The user.</param>
    /// <param name="session">The session.</param>
    public void SetRoles(ClaimsIdentity identity, SessionContainer session)
    {
        foreach (var former in identity.FindAll(identity.RoleClaimType).ToList())
        {
            identity.RemoveClaim(former);
        }

        if (roles is not null && session.GetClaimValue(roles) is { HasValue: true, Value: var names })
        {
            identity.AddClaims(names.Where(name => name is not null).Select(name => new Claim(identity.RoleClaimType, name)));
        }
    }

    private static Claim Create(string name, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => new Claim(name, value.GetValue<string>()),
        JsonValueKind.True or JsonValueKind.False => new Claim(name, value.ToJsonString(), ClaimValueTypes.Boolean),
        JsonValueKind.Number => new Claim(name, value.ToJsonString(), ClaimValueTypes.Double),
        _ => new Claim(name, value.ToJsonString(), JsonType),
    };
}
