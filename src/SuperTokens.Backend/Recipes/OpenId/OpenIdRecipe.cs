using System.Text.Json.Nodes;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>The OpenID recipe: everything follows from the API's address.</summary>
internal sealed class OpenIdRecipe(SuperTokensAppInfo appInfo, IJwtRecipe jwt, Lazy<IOpenIdRecipe> outermost) : IOpenIdRecipe
{
    private readonly OpenIdDiscoveryConfiguration _configuration = Describe(appInfo.ApiDomain + appInfo.ApiBasePath);

    public ValueTask<OpenIdDiscoveryConfiguration> GetOpenIdDiscoveryConfigurationAsync(CancellationToken cancellationToken = default)
        => new(_configuration);

    public async Task<CreateJwtResult> CreateJwtAsync(
        JsonObject? payload = null, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default)
    {
        var issuer = (await outermost.Value.GetOpenIdDiscoveryConfigurationAsync(cancellationToken)).Issuer;
        var claims = new JsonObject { ["iss"] = issuer };
        foreach (var (name, value) in payload ?? [])
        {
            claims[name] = value?.DeepClone();
        }

        return await jwt.CreateJwtAsync(claims, validity, useStaticSigningKey, cancellationToken);
    }

    private static OpenIdDiscoveryConfiguration Describe(string api) => new()
    {
        Issuer = api,
        JwksUri = api + JwtEndpoints.JwksPath,
        AuthorizationEndpoint = api + "/oauth/auth",
        TokenEndpoint = api + "/oauth/token",
        UserinfoEndpoint = api + "/oauth/userinfo",
        RevocationEndpoint = api + "/oauth/revoke",
        TokenIntrospectionEndpoint = api + "/oauth/introspect",
        EndSessionEndpoint = api + "/oauth/end_session",
    };
}
