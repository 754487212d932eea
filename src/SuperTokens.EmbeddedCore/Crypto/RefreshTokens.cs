using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>
/// Refresh tokens: <c>{base64(iv, AES-GCM of the payload)}.{nonce}.V2</c>. The payload names the session and the token this one replaces;
/// only this core can read it.
/// </summary>
internal sealed class RefreshTokens(CoreDatabase database)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public string Create(TenantKey tenant, string handle, string userId, string? parentHash1, string? antiCsrfToken)
    {
        var nonce = Hashing.Sha256(Guid.NewGuid().ToString());
        var payload = new JsonObject { ["sessionHandle"] = handle, ["userId"] = userId };
        AddIfSet(payload, "parentRefreshTokenHash1", parentHash1);
        payload["nonce"] = nonce;
        AddIfSet(payload, "antiCsrfToken", antiCsrfToken);
        AddIfSet(payload, "tenantId", tenant.IsDefaultTenant ? null : tenant.TenantId);
        return Encrypt(CoreJson.Write(payload), Key(tenant.AppId)) + "." + nonce + ".V2";
    }

    /// <summary>Reads a token. Its failure texts are the core's, word for word, for the cases that were recorded.</summary>
    public RefreshTokenReading Read(string appId, string token)
    {
        var parts = token.Split('.');
        if (parts[^1] is not ("V0" or "V1" or "V2" or "v0" or "v1" or "v2"))
        {
            return new RefreshTokenReading.Invalid(
                "io.supertokens.session.refreshToken.RefreshToken$InvalidRefreshTokenFormatException: version of refresh token not recognised");
        }

        if (parts.Length != 3)
        {
            return new RefreshTokenReading.Invalid(
                "io.supertokens.session.refreshToken.RefreshToken$InvalidRefreshTokenFormatException: "
                + $"Refresh token split with dot yielded an array of length: {parts.Length}");
        }

        if (parts[0].Length < 2)
        {
            return new RefreshTokenReading.Invalid(
                "java.lang.IllegalArgumentException: Input byte[] should at least have 2 bytes for base64 bytes");
        }

        if (Decrypt(parts[0], Key(appId)) is not { } plain
            || CoreJson.TryReadObject(plain) is not { } payload
            || !Hashing.AreEqual((string?)payload["nonce"], parts[1]))
        {
            return new RefreshTokenReading.Invalid("Invalid refresh token");
        }

        return new RefreshTokenReading.Valid(
            new TenantKey(appId, (string?)payload["tenantId"] ?? TenantKey.Default),
            Handle: (string)payload["sessionHandle"]!,
            UserId: (string)payload["userId"]!,
            ParentHash1: (string?)payload["parentRefreshTokenHash1"],
            AntiCsrfToken: (string?)payload["antiCsrfToken"]);
    }

    /// <summary>Forgets the key of an app that was removed.</summary>
    public void Forget(string appId) => _keys.TryRemove(appId, out _);

    private static void AddIfSet(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static string Encrypt(string text, byte[] key)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length));
        return Convert.ToBase64String(result);
    }

    private static byte[]? Decrypt(string base64, byte[] key)
    {
        var data = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, data, out var length) || length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(data.AsSpan(0, NonceSize), data.AsSpan(NonceSize, plain.Length), data.AsSpan(NonceSize + plain.Length, TagSize), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key(string appId) => _keys.GetOrAdd(
        appId,
        id => database.Write(db => KeyStore.GetOrAddSecret(db, id, "refresh_token_key", RandomNumberGenerator.GetBytes(32))));
}
