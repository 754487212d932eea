using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>Writes signed tokens with the header fields in the core's order.</summary>
internal static class JwtWriter
{
    /// <summary>The first part of a session's token of version 2, always the same: base64 with padding, and no key's id.</summary>
    public static readonly string LegacyHeader = EncodeLegacy(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["version"] = "2" });

    /// <summary>Writes a token. Session access tokens have a version, tokens of the JWT recipe have none (null).</summary>
    public static string Write(JsonObject payload, SigningKey key, int? version)
    {
        var header = new JsonObject { ["kid"] = key.KeyId, ["typ"] = "JWT" };
        if (version is not null)
        {
            header["version"] = version.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        header["alg"] = "RS256";
        var text = Encode(header) + "." + Encode(payload);
        return text + "." + Base64UrlEncoder.Encode(key.Sign(text));
    }

    /// <summary>Writes a session's token of version 2.</summary>
    public static string WriteLegacy(JsonObject payload, SigningKey key)
    {
        var text = LegacyHeader + "." + EncodeLegacy(payload);
        return text + "." + Convert.ToBase64String(key.Sign(text));
    }

    private static string EncodeLegacy(JsonObject json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(CoreJson.Write(json)));

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(CoreJson.Write(json)));
}
