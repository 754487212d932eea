using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>A session as ASP.NET Core's user.</summary>
internal static class SessionPrincipal
{
    private const string JsonType = "JSON";

    /// <summary>Makes a user of a session: id, handle, tenant, and each claim of the access token's payload.</summary>
    /// <param name="session">The session.</param>
    /// <returns>The user.</returns>
    public static ClaimsPrincipal Create(SessionContainer session)
    {
        var identity = new ClaimsIdentity(SuperTokensDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.UserId));
        identity.AddClaim(new Claim(SuperTokensDefaults.SessionHandleClaim, session.Handle));
        identity.AddClaim(new Claim(SuperTokensDefaults.TenantIdClaim, session.TenantId));
        foreach (var (name, value) in session.AccessTokenPayload)
        {
            if (value is not null && name is not (SuperTokensDefaults.SessionHandleClaim or SuperTokensDefaults.TenantIdClaim or ClaimTypes.NameIdentifier))
            {
                identity.AddClaim(Create(name, value));
            }
        }

        return new ClaimsPrincipal(identity);
    }

    private static Claim Create(string name, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => new Claim(name, value.GetValue<string>()),
        JsonValueKind.True or JsonValueKind.False => new Claim(name, value.ToJsonString(), ClaimValueTypes.Boolean),
        JsonValueKind.Number => new Claim(name, value.ToJsonString(), ClaimValueTypes.Double),
        _ => new Claim(name, value.ToJsonString(), JsonType),
    };
}
