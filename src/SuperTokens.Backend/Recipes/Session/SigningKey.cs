using System.Text;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>One of the core's public keys, ready to verify signatures. RS256 only, whatever a token says.</summary>
internal sealed class SigningKey
{
    private static readonly CryptoProviderFactory Cryptography = new() { CacheSignatureProviders = false };

    private readonly SignatureProvider _provider;

    private SigningKey(string id, RsaSecurityKey key)
    {
        Id = id;
        _provider = Cryptography.CreateForVerifying(key, SecurityAlgorithms.RsaSha256);
    }

    public string Id { get; }

    /// <summary>Takes a key of the core's key set.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The key to verify with, or null when it is not an RSA key for signatures.</returns>
    public static SigningKey? Create(JwtPublicKey key)
    {
        if (key.KeyType != "RSA" || key.Use is not (null or "sig") || key.Algorithm is not (null or SecurityAlgorithms.RsaSha256))
        {
            return null;
        }

        var parameters = new System.Security.Cryptography.RSAParameters
        {
            Modulus = Base64UrlEncoder.DecodeBytes(key.Modulus),
            Exponent = Base64UrlEncoder.DecodeBytes(key.Exponent),
        };
        return new SigningKey(key.KeyId, new RsaSecurityKey(parameters) { KeyId = key.KeyId });
    }

    /// <summary>Whether this key signed a token.</summary>
    /// <param name="token">The token: header, payload and signature.</param>
    /// <returns>True when the signature is right.</returns>
    public bool HasSigned(string token)
    {
        var end = token.LastIndexOf('.');
        var input = Encoding.ASCII.GetBytes(token, 0, end);
        try
        {
            return _provider.Verify(input, Base64UrlEncoder.DecodeBytes(token[(end + 1)..]));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
