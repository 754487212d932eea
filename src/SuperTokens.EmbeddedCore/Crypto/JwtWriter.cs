using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>Writes signed tokens with the header fields in the core's order.</summary>
internal static class JwtWriter
{
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

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(CoreJson.Write(json)));
}
