using System.Globalization;
using System.Text;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The header of an access token. A core's tokens nearly all have the same one.</summary>
/// <param name="Text">The header as it stands in the token.</param>
/// <param name="Version">The token's version: 2 or later.</param>
/// <param name="KeyId">The signing key's id; null for version 2.</param>
/// <param name="Algorithm">The signature's algorithm, as the token says.</param>
internal sealed record AccessTokenHeader(string Text, int Version, string? KeyId, string Algorithm)
{
    public const int LegacyVersion = 2;

    private const int FirstNamedVersion = 3;

    // The only headers of versions 1 and 2, which are alike: {"alg":"RS256","typ":"JWT","version":"…"}.
    private static readonly string[] LegacyHeaders = [LegacyHeader("1"), LegacyHeader("2")];

    /// <summary>Reads a header.</summary>
    /// <param name="text">The part of the token before its first dot.</param>
    /// <returns>The header, or null when it is another kind of token's.</returns>
    /// <exception cref="FormatException">It is not base64url, not JSON, or a field has another type; other exceptions say the same, see <see cref="AccessToken.TryRead"/>.</exception>
    public static AccessTokenHeader? Read(string text)
    {
        if (LegacyHeaders.Contains(text))
        {
            return new AccessTokenHeader(text, LegacyVersion, null, "RS256");
        }

        // supertokens-node takes 3 when there is no version. But the core names the version of every session, and signs with the same
        // keys what the application asks for: a JWT whose claims a caller could choose must not become a session.
        var fields = AccessToken.ParseObject(text);
        var version = int.Parse(fields.GetProperty("version").GetString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        var (keyId, algorithm) = (fields.GetProperty("kid").GetString(), fields.GetProperty("alg").GetString());
        return version < FirstNamedVersion || keyId is null || algorithm is null || fields.GetProperty("typ").GetString() != "JWT"
            ? null
            : new AccessTokenHeader(text, version, keyId, algorithm);
    }

    private static string LegacyHeader(string version)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"alg":"RS256","typ":"JWT","version":"{{version}}"}"""));
}
