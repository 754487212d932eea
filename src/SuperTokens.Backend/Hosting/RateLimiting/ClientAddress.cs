using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>What of a connection's address stands for one caller.</summary>
internal static class ClientAddress
{
    // A household or a server gets at least a /64, and may use each of its addresses.
    private const int NetworkBytes = 8;

    /// <summary>Reads the bytes that stand for the caller: an IPv4 address, or the /64 network of an IPv6 address.</summary>
    /// <param name="address">The connection's address.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>False for none and for this machine's own: that is a proxy whose forwarded headers are not read, and not one caller.</returns>
    public static bool TryRead(IPAddress? address, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (address is null)
        {
            return false;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(address))
        {
            return false;
        }

        bytes = address.GetAddressBytes();
        bytes = address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..NetworkBytes] : bytes;
        return true;
    }
}
