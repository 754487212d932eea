using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Apple: OpenID Connect, with a client secret that the app signs itself and a redirect that comes as a form.</summary>
internal sealed class AppleProvider : ProviderRules
{
    private const string Audience = "https://appleid.apple.com";

    // Apple allows half a year; each is used for one request.
    private static readonly TimeSpan SecretLifetime = TimeSpan.FromMinutes(5);

    public override string Id => BuiltInProviders.Apple;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Apple",
        Scope = ScopeOr(config, "openid", "email"),
        OidcDiscoveryEndpoint = WellKnown(config.OidcDiscoveryEndpoint) ?? Audience + "/.well-known/openid-configuration",
        AuthorizationEndpointQueryParams = UrlQuery.Merge([new("response_mode", "form_post")], config.AuthorizationEndpointQueryParams),
    };

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config)
    {
        if (string.IsNullOrWhiteSpace(config.ClientId))
        {
            yield return "ClientId";
        }

        if (config.ClientSecret is not null)
        {
            yield break;
        }

        foreach (var name in (string[])["keyId", "teamId", "privateKey"])
        {
            if (Additional(config, name) is null)
            {
                yield return $"AdditionalConfig:{name}";
            }
        }
    }

    // There is always a secret, signed when it is needed.
    public override bool UsesPkce(ThirdPartyProviderConfig config) => config.ForcePkce == true || config.CodeChallengeMethodsSupported?.Contains("S256") == true;

    public override async Task<JsonObject> ExchangeAsync(ThirdPartyProviderConfig config, RedirectUriInfo info, ProviderTools tools, CancellationToken cancellationToken)
    {
        var signed = config.ClientSecret is null ? config with { ClientSecret = SignSecret(config, tools.Time.GetUtcNow()) } : config;
        var tokens = await base.ExchangeAsync(signed, info, tools, cancellationToken);
        if (ReadUser(info.RedirectUriQueryParams["user"]) is { } user)
        {
            tokens["user"] = user;
        }

        return tokens;
    }

    // Apple tells the name once, beside the code and unsigned: it never decides who signs in.
    public override ThirdPartyUserInfo FindUser(ThirdPartyProviderConfig config, RawUserInfo raw, OAuthTokens tokens)
    {
        var found = base.FindUser(config, raw, tokens);
        if (ReadUser(tokens.Json["user"]) is not { } user)
        {
            return found;
        }

        var claims = raw.FromIdTokenPayload.DeepClone().AsObject();
        claims["user"] = user;
        return found with { RawUserInfoFromProvider = raw with { FromIdTokenPayload = claims } };
    }

    private static JsonObject? ReadUser(JsonNode? user)
    {
        if (user?.GetValueKind() != JsonValueKind.String)
        {
            return (user as JsonObject)?.DeepClone().AsObject();
        }

        try
        {
            return JsonNode.Parse((string)user!) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string SignSecret(ThirdPartyProviderConfig config, DateTimeOffset now)
    {
        JsonObject header = new() { ["alg"] = "ES256", ["kid"] = Additional(config, "keyId"), ["typ"] = "JWT" };
        JsonObject payload = new()
        {
            ["iss"] = Additional(config, "teamId"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + SecretLifetime).ToUnixTimeSeconds(),
            ["aud"] = Audience,
            ["sub"] = config.ClientId,
        };
        var content = $"{Encode(header)}.{Encode(payload)}";
        using var key = ECDsa.Create();
        try
        {
            // Environment variables hold the line ends of the file as \n.
            key.ImportFromPem(Additional(config, "privateKey")?.Replace("\\n", "\n", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new ThirdPartyProviderException($"AdditionalConfig:privateKey of the provider {config.ThirdPartyId} is no private key in PEM (-----BEGIN PRIVATE KEY-----).");
        }

        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
