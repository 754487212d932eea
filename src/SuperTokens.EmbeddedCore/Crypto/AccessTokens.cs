using System.Buffers.Text;
using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>Signs and reads session access tokens. The failure texts are the core's.</summary>
internal sealed class AccessTokens(SigningKeys keys)
{
    private const string JwtException = "io.supertokens.session.jwt.JWT$JWTException: ";

    public string Sign(AccessToken token, bool useStaticKey, CoreConfig config)
    {
        var key = useStaticKey ? keys.Static(token.Tenant.AppId, config) : keys.Dynamic(token.Tenant.AppId, config);
        return token.Version == AccessToken.LegacyVersion ? JwtWriter.WriteLegacy(token.ToJson(), key) : JwtWriter.Write(token.ToJson(), key, token.Version);
    }

    /// <summary>Reads a token. The signature goes unchecked only where the caller has checked it before (regenerating a session's token).</summary>
    public AccessTokenReading Read(string appId, string token, bool checkSignature, CoreConfig config)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return new AccessTokenReading.Malformed(JwtException + "Invalid JWT", CoreFails: false);
        }

        if (parts[0] == JwtWriter.LegacyHeader)
        {
            return ReadLegacy(appId, parts, checkSignature, config);
        }

        if (Decode(parts[0]) is not { } header)
        {
            return parts[0].Length < 2
                ? new AccessTokenReading.Malformed(
                    "java.lang.IllegalArgumentException: Input byte[] should at least have 2 bytes for base64 bytes",
                    CoreFails: true)
                : new AccessTokenReading.Malformed(JwtException + "Invalid JWT", CoreFails: false);
        }

        if (Claim(header, "typ") != "JWT" || Claim(header, "alg") != "RS256")
        {
            var claim = Claim(header, "typ") != "JWT" ? "typ" : "alg";
            return new AccessTokenReading.Malformed($"{JwtException}JWT header {(header.ContainsKey(claim) ? "mismatch" : "missing")} - {claim}", CoreFails: false);
        }

        // A token without a version was not made for a session; it is read as the latest, and then lacks the session's claims.
        if (header.ContainsKey("version") && Claim(header, "version") is not ("3" or "4" or "5"))
        {
            return new AccessTokenReading.Malformed(JwtException + "JWT header mismatch - version", CoreFails: false);
        }

        if (Claim(header, "kid") is not { } keyId)
        {
            return new AccessTokenReading.Malformed(JwtException + "JWT header missing - kid", CoreFails: false);
        }

        if (checkSignature)
        {
            if (keys.Find(appId, keyId, config) is not { } key)
            {
                return new AccessTokenReading.Invalid("io.supertokens.exceptions.TryRefreshTokenException: Key not found");
            }

            if (DecodeBytes(parts[2]) is not { } signature || !key.Verify(parts[0] + "." + parts[1], signature))
            {
                return new AccessTokenReading.Invalid(JwtException + "JWT verification failed");
            }
        }

        return Decode(parts[1]) is { } payload
            ? AccessToken.FromJson(appId, Claim(header, "version") switch { "3" => 3, "4" => 4, _ => 5 }, payload)
            : new AccessTokenReading.Malformed(JwtException + "Invalid JWT", CoreFails: false);
    }

    // It names no key, so any that is published may have signed it.
    private AccessTokenReading ReadLegacy(string appId, string[] parts, bool checkSignature, CoreConfig config)
    {
        if (checkSignature
            && !(DecodeLegacy(parts[2]) is { } signature && keys.Published(appId, config).Any(key => key.Verify(parts[0] + "." + parts[1], signature))))
        {
            return new AccessTokenReading.Invalid(JwtException + "JWT verification failed");
        }

        return DecodeLegacy(parts[1]) is { } bytes && CoreJson.TryReadObject(bytes) is { } payload
            ? AccessToken.FromJson(appId, AccessToken.LegacyVersion, payload)
            : new AccessTokenReading.Malformed(JwtException + "Invalid JWT", CoreFails: false);
    }

    private static byte[]? DecodeLegacy(string part) => Base64.IsValid(part) ? Convert.FromBase64String(part) : null;

    private static string? Claim(JsonObject header, string name) =>
        header[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Decode(string part) => DecodeBytes(part) is { } bytes ? CoreJson.TryReadObject(bytes) : null;

    private static byte[]? DecodeBytes(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
}
