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
        => session.PayloadToken is { } token ? new SessionPrincipal(this, session, token) : new ClaimsPrincipal(CreateIdentity(session, null));

    /// <summary>Makes the identity of a session's user.</summary>
    /// <param name="session">The session.</param>
    /// <param name="token">The access token whose payload counts; null for the session's payload as it is now.</param>
    /// <returns>The identity.</returns>
    public ClaimsIdentity CreateIdentity(SessionContainer session, AccessToken? token)
    {
        var identity = new SessionIdentity(session);
        Add(identity, ClaimTypes.NameIdentifier, session.UserId);
        Add(identity, SuperTokensDefaults.SessionHandleClaim, session.Handle);
        Add(identity, SuperTokensDefaults.TenantIdClaim, session.TenantId);
        var templates = token is null ? CreateTemplates(session.AccessTokenPayload) : token.ClaimTemplates ??= CreateTemplates(token.CreatePayload());
        foreach (var template in templates)
        {
            // An identity takes a claim that names it as it is, and copies any other.
            identity.AddClaim(template.Clone(identity));
        }

        if (roles is not null)
        {
            AddRoles(identity, roles.GetValueFromPayload(token is null ? session.AccessTokenPayload : token.CreatePayload()));
        }

        return identity;
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

        if (roles is not null)
        {
            AddRoles(identity, session.GetClaimValue(roles));
        }
    }

    private static void Add(ClaimsIdentity identity, string type, string value)
        => identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, ClaimsIdentity.DefaultIssuer, ClaimsIdentity.DefaultIssuer, identity));

    private static void AddRoles(ClaimsIdentity identity, ClaimValue<string[]> names)
    {
        if (names.HasValue)
        {
            identity.AddClaims(names.Value.Where(name => name is not null).Select(name => new Claim(identity.RoleClaimType, name)));
        }
    }

    private static Claim[] CreateTemplates(JsonObject payload)
        => [.. payload.Where(claim => claim.Value is not null && !IsOwn(claim.Key)).Select(claim => CreateTemplate(claim.Key, claim.Value!))];

    private static bool IsOwn(string name)
        => name is SuperTokensDefaults.SessionHandleClaim or SuperTokensDefaults.TenantIdClaim or ClaimTypes.NameIdentifier or ClaimTypes.Role;

    private static Claim CreateTemplate(string name, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => new Claim(name, value.GetValue<string>()),
        JsonValueKind.True or JsonValueKind.False => new Claim(name, value.ToJsonString(), ClaimValueTypes.Boolean),
        JsonValueKind.Number => new Claim(name, value.ToJsonString(), ClaimValueTypes.Double),
        _ => new Claim(name, value.ToJsonString(), JsonType),
    };
}
