using System.Security.Cryptography;
using System.Text;

namespace SuperTokens.Backend.Recipes;

/// <summary>Addresses that recipes make up for users without one. Nobody can sign up or begin to sign in with them.</summary>
internal static class StandInEmail
{
    private const string Domain = "@stfakeemail.supertokens.com";

    /// <summary>Makes up the address of a provider's user, as other SDKs do.</summary>
    /// <param name="userId">The user's id at the provider.</param>
    /// <param name="providerId">The provider.</param>
    /// <returns>The address, the same each time; never that of another user.</returns>
    public static string Of(string userId, string providerId)
    {
        // The core stores addresses in lower case, and ids that differ there alone are two people's; nor may a dot be read either way.
        var isKept = !providerId.Contains('.', StringComparison.Ordinal) && userId.All(letter => letter is > ' ' and < '\x7f' && !char.IsAsciiLetterUpper(letter));
        var difference = isKept ? "" : "." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)).AsSpan(0, 16));
        return $"{userId}.{providerId}{difference}{Domain}";
    }

    /// <summary>Whether an address is made up.</summary>
    /// <param name="email">The address.</param>
    /// <returns>True when it is.</returns>
    public static bool Is(string email) => email.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) || email.EndsWith(".fakeemail.com", StringComparison.OrdinalIgnoreCase);
}
