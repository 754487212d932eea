using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Jwt;

/// <summary>Public keys, and tokens of the JWT recipe.</summary>
internal sealed class JwtApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/.well-known/jwks.json", "") { NeedsApiKey = false, NeedsVersion = false }.On("GET", PublicKeys));
        router.Add(new CoreRoute("/recipe/jwt/jwks", "jwt").On("GET", PublicKeysOfOldPath));
        router.Add(new CoreRoute("/recipe/jwt", "jwt").On("POST", Sign));
    }

    private CoreResponse PublicKeys(CoreRequest request)
    {
        var appId = core.RequireApp(request);
        var config = core.ConfigOf(new TenantKey(appId, TenantKey.Default));
        return CoreResponse.Json(new JsonObject { ["keys"] = Jwks(appId, config) }) with
        {
            CacheControl = $"max-age={core.Keys.CacheSeconds(appId, config)}, must-revalidate",
        };
    }

    private CoreResponse PublicKeysOfOldPath(CoreRequest request)
    {
        var appId = core.RequireApp(request);
        return CoreResponse.Json(new JsonObject
        {
            ["keys"] = Jwks(appId, core.ConfigOf(new TenantKey(appId, TenantKey.Default))),
            ["status"] = "OK",
        });
    }

    private CoreResponse Sign(CoreRequest request)
    {
        var algorithm = request.GetString("algorithm");
        var issuer = request.GetString("jwksDomain");
        var payload = request.GetObject("payload");
        var validity = request.GetLong("validity");
        if (validity <= 0)
        {
            throw CoreRequestException.BadRequest("validity must be greater than or equal to 0");
        }

        var useStaticKey = request.GetOptionalBoolean("useStaticSigningKey") ?? true;
        var appId = core.RequireAppOnDefaultTenant(request);
        if (!algorithm.Equals("RS256", StringComparison.OrdinalIgnoreCase))
        {
            return CoreResponse.OfStatus("UNSUPPORTED_ALGORITHM_ERROR");
        }

        var now = core.Now / 1000;
        var claims = new JsonObject { ["iat"] = now, ["exp"] = now + validity };
        if (!payload.ContainsKey("iss"))
        {
            claims["iss"] = issuer;
        }

        foreach (var (name, value) in payload)
        {
            claims[name] = value?.DeepClone();
        }

        var config = core.ConfigOf(new TenantKey(appId, TenantKey.Default));
        var key = useStaticKey ? core.Keys.Static(appId, config) : core.Keys.Dynamic(appId, config);
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["jwt"] = JwtWriter.Write(claims, key, version: null) });
    }

    private JsonArray Jwks(string appId, CoreConfig config) => new([.. core.Keys.Published(appId, config).Select(key => key.ToJwk())]);
}
