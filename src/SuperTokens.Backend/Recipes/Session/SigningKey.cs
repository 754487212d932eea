using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>One of the core's public keys, ready to verify signatures. RS256 only, whatever a token says.</summary>
internal sealed class SigningKey
{
    private static readonly CryptoProviderFactory Cryptography = new() { CacheSignatureProviders = false };

    private readonly SignatureProvider _provider;

    private SigningKey(JwtPublicKey source, RsaSecurityKey key)
    {
        Source = source;
        _provider = Cryptography.CreateForVerifying(key, SecurityAlgorithms.RsaSha256);
    }

    public string Id => Source.KeyId;

    /// <summary>The key as the core published it.</summary>
    public JwtPublicKey Source { get; }

    /// <summary>Takes a key of the core's key set.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The key to verify with, or null when it is not an RSA key for signatures.</returns>
    /// <exception cref="CoreException">Its numbers are not base64url.</exception>
    public static SigningKey? Create(JwtPublicKey key)
    {
        if (key.KeyType != "RSA" || key.Use is not (null or "sig") || key.Algorithm is not (null or SecurityAlgorithms.RsaSha256))
        {
            return null;
        }

        RSAParameters parameters;
        try
        {
            parameters = new() { Modulus = AccessToken.DecodePart(key.Modulus), Exponent = AccessToken.DecodePart(key.Exponent) };
        }
        catch (FormatException exception)
        {
            throw new CoreException("The SuperTokens core published a signing key that is none.", exception);
        }

        return new SigningKey(key, new RsaSecurityKey(parameters) { KeyId = key.KeyId });
    }

    /// <summary>Whether this key signed a token.</summary>
    /// <param name="token">The token: header, payload and signature.</param>
    /// <returns>True when the signature is right.</returns>
    public bool HasSigned(string token)
    {
        var end = token.LastIndexOf('.');
        var buffer = ArrayPool<byte>.Shared.Rent(token.Length);
        try
        {
            // The signature in an array of its own: the provider takes a part of one for what is signed only.
            var signature = AccessToken.DecodePart(token.AsSpan(end + 1));
            var length = Encoding.ASCII.GetBytes(token.AsSpan(0, end), buffer);
            return signature.Length > 0 && _provider.Verify(buffer, 0, length, signature, 0, signature.Length);
        }
        catch (FormatException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
