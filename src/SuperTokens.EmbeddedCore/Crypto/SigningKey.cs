using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>An RSA key that signs tokens (RS256).</summary>
internal sealed class SigningKey
{
    private readonly Lock _turn = new();
    private readonly RSA _rsa = RSA.Create();

    public SigningKey(StoredKey stored)
    {
        KeyId = stored.KeyId;
        IsStatic = stored.IsStatic;
        CreatedAt = stored.CreatedAt;
        _rsa.ImportPkcs8PrivateKey(stored.PrivateKey, out _);
    }

    public string KeyId { get; }

    public bool IsStatic { get; }

    /// <summary>Milliseconds since 1970.</summary>
    public long CreatedAt { get; }

    /// <summary>A new key to store. Its id says what kind it is: <c>s-{uuid}</c> never changes, <c>d-{time}</c> is replaced in time.</summary>
    public static StoredKey New(bool isStatic, byte[] privateKey, long now) =>
        new(isStatic ? $"s-{Guid.NewGuid()}" : $"d-{now}", isStatic, privateKey, now);

    /// <summary>A new RSA key of 2048 bits, as PKCS#8.</summary>
    public static byte[] NewPrivateKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }

    /// <summary>The public half, for the JWKS.</summary>
    public JsonObject ToJwk()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["alg"] = "RS256",
            ["use"] = "sig",
        };
    }

    public byte[] Sign(string text)
    {
        lock (_turn)
        {
            return _rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool Verify(string text, byte[] signature)
    {
        lock (_turn)
        {
            return _rsa.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}
