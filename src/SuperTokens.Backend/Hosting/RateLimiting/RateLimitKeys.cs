using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>Turns addresses and accounts into keys that tell nobody which they are, not even in a memory dump with a list of addresses beside it.</summary>
internal sealed class RateLimitKeys
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>Makes the key of a client address.</summary>
    /// <param name="address">The connection's address.</param>
    /// <returns>The key, or null when the address does not tell callers apart.</returns>
    public UInt128? OfAddress(IPAddress? address) => ClientAddress.TryRead(address, out var bytes) ? Hash(bytes) : null;

    /// <summary>Makes the key of an account, device or other text. The core keeps e-mail addresses in lower case as well.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key.</returns>
    public UInt128 OfText(string text) => Hash(Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant()));

    /// <summary>Makes the key of an account at a client address.</summary>
    /// <param name="account">The account's key.</param>
    /// <param name="address">The address's key.</param>
    /// <returns>The key.</returns>
    public UInt128 OfPair(UInt128 account, UInt128 address)
    {
        Span<byte> both = stackalloc byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(both, account);
        BinaryPrimitives.WriteUInt128BigEndian(both[16..], address);
        return Hash(both);
    }

    private UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
