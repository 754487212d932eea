using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SuperTokens.Testing;

/// <summary>What a value that differs on every run looks like. Two values of one shape may stand for each other.</summary>
public static partial class VolatileShape
{
    /// <summary>A name for the shape of a string, or null when the string is not volatile and must be equal.</summary>
    public static string? Of(string value)
    {
        if (Uuid().IsMatch(value))
        {
            return "uuid";
        }

        // The core's session handles and password-reset links: an id, then the tenant.
        if (UuidAndTenant().Match(value) is { Success: true } handle)
        {
            return "uuid_" + handle.Groups["tenant"].Value;
        }

        return DynamicKeyId().IsMatch(value) ? "dynamic key id"
            : StaticKeyId().IsMatch(value) ? "static key id"
            : RefreshToken().IsMatch(value) ? "refresh token"
            : UserInputCode().IsMatch(value) ? "user input code"
            : HexHash().IsMatch(value) ? "hash"
            : Random().IsMatch(value) ? $"{value.Length} random characters"
            : null;
    }

    /// <summary>Header and payload of a JSON Web Token, or null.</summary>
    public static (JsonNode Header, JsonNode Payload)? Jwt(string value)
    {
        var parts = value.Split('.');
        return parts.Length == 3 && Base64Json(parts[0]) is { } header && Base64Json(parts[1]) is { } payload
            ? (header, payload)
            : null;
    }

    /// <summary>The JSON object inside a base64 or base64url text, such as the front token; or null.</summary>
    public static JsonNode? Base64Json(string value)
    {
        if (!value.StartsWith("ey", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var text = value.Replace('+', '-').Replace('/', '_').TrimEnd('=');
            return JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) as JsonObject;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary><c>ms</c> or <c>s</c> for a point in time this century, else null.</summary>
    public static string? OfNumber(decimal value) => value switch
    {
        >= 1_500_000_000_000m and < 10_000_000_000_000m => "ms",
        >= 1_500_000_000m and < 10_000_000_000m => "s",
        _ => null,
    };

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_(?<tenant>[a-z0-9-]+)$")]
    private static partial Regex UuidAndTenant();

    [GeneratedRegex("^d-[0-9]{13}$")]
    private static partial Regex DynamicKeyId();

    [GeneratedRegex("^s-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex StaticKeyId();

    [GeneratedRegex(@"^[A-Za-z0-9+/=]{100,}\.[0-9a-f]{64}\.V2$")]
    private static partial Regex RefreshToken();

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex UserInputCode();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex HexHash();

    [GeneratedRegex("^[A-Za-z0-9+/_-]{40,}={0,2}$")]
    private static partial Regex Random();
}
