using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.Testing.LocalProvider;

/// <summary>A key an <see cref="OpenIdProvider"/> signs with: ES256, or RS256 where asked for.</summary>
internal sealed class ProviderSigningKey : IDisposable
{
    private readonly ECDsa? _ecdsa;
    private readonly RSA? _rsa;

    public ProviderSigningKey(string id, bool useRsa)
    {
        Id = id;
        if (useRsa)
        {
            _rsa = RSA.Create(2048);
        }
        else
        {
            _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        }
    }

    public string Id { get; }

    public string PublicPem => _rsa?.ExportSubjectPublicKeyInfoPem() ?? _ecdsa!.ExportSubjectPublicKeyInfoPem();

    public JsonObject ToJwk()
    {
        if (_rsa is not null)
        {
            var rsa = _rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Id, ["n"] = Encode(rsa.Modulus!), ["e"] = Encode(rsa.Exponent!) };
        }

        var point = _ecdsa!.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject { ["kty"] = "EC", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = Id, ["crv"] = "P-256", ["x"] = Encode(point.X!), ["y"] = Encode(point.Y!) };
    }

    /// <summary>Signs claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="keyId">The key's id as the token says it. Default: the key's own.</param>
    /// <param name="kind">What the token says that it is.</param>
    /// <returns>The token.</returns>
    public string Sign(JsonObject claims, string? keyId = null, string kind = "JWT")
    {
        var content = Content(_rsa is null ? "ES256" : "RS256", keyId ?? Id, claims, kind);
        var bytes = Encoding.ASCII.GetBytes(content);
        return $"{content}.{Encode(_rsa?.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ?? _ecdsa!.SignData(bytes, HashAlgorithmName.SHA256))}";
    }

    /// <summary>Pretends to sign: with a secret that everybody knows.</summary>
    public string SignWithPublicKeyAsSecret(JsonObject claims)
    {
        var content = Content("HS256", Id, claims);
        return $"{content}.{Encode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(PublicPem), Encoding.ASCII.GetBytes(content)))}";
    }

    /// <summary>Pretends to sign: not at all.</summary>
    public string Unsigned(JsonObject claims) => Content("none", Id, claims) + ".";

    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
    }

    private static string Content(string algorithm, string keyId, JsonObject claims, string kind = "JWT")
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = kind, ["kid"] = keyId };
        return $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
