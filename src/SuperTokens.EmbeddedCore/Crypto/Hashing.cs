using System.Security.Cryptography;
using System.Text;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>Hashes and random tokens in the core's formats.</summary>
internal static class Hashing
{
    /// <summary>SHA-256 of a text, as 64 lower-case hex digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The one-time token of a link: 48 random bytes as hex, in base64 (128 letters and digits).</summary>
    public static string NewLinkToken() =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48))));

    /// <summary>Compares two secrets in a time that tells nothing about where they differ.</summary>
    public static bool AreEqual(string? left, string? right) =>
        left is not null && right is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
