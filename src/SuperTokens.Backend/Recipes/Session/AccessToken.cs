using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// An access token's content, read and checked for shape but not yet verified. Versions: 2 (no key id; times in
/// milliseconds; claims in <c>userData</c>), 3 (JWT claims), 4 (with tenant) and 5 (with <c>rsub</c>).
/// </summary>
internal sealed class AccessToken
{
    private const int FirstNamedVersion = 3;
    private const int LegacyVersion = 2;
    private const string DefaultTenant = "public";

    // The only headers of versions 1 and 2, which are alike: {"alg":"RS256","typ":"JWT","version":"…"}.
    private static readonly string[] LegacyHeaders = [LegacyHeader("1"), LegacyHeader("2")];
    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private AccessToken(string raw, int version, string? keyId, string algorithm, JsonElement payload)
    {
        Raw = raw;
        Version = version;
        KeyId = keyId;
        Algorithm = algorithm;
        var legacy = version == LegacyVersion;
        UserId = Text(payload, legacy ? "userId" : "sub");
        SessionHandle = Text(payload, "sessionHandle");
        RecipeUserId = new RecipeUserId(OptionalText(payload, "rsub") ?? UserId);
        TenantId = version >= 4 ? Text(payload, "tId") : DefaultTenant;
        ParentRefreshTokenHash1 = OptionalText(payload, "parentRefreshTokenHash1");
        AntiCsrfToken = OptionalText(payload, "antiCsrfToken");
        Expiry = legacy ? Number(payload, "expiryTime") : checked(Number(payload, "exp") * 1000);
        _ = legacy ? Number(payload, "timeCreated") : Number(payload, "iat");
        _ = Text(payload, "refreshTokenHash1");
        if (version >= 5)
        {
            _ = Text(payload, "rsub");
        }

        Payload = JsonObject.Create(legacy ? payload.GetProperty("userData") : payload) ?? [];
    }

    public string Raw { get; }

    public int Version { get; }

    /// <summary>The signing key's id; null for version 2.</summary>
    public string? KeyId { get; }

    public string Algorithm { get; }

    public string UserId { get; }

    public RecipeUserId RecipeUserId { get; }

    public string SessionHandle { get; }

    public string TenantId { get; }

    public string? ParentRefreshTokenHash1 { get; }

    public string? AntiCsrfToken { get; }

    /// <summary>In milliseconds since the Unix epoch.</summary>
    public long Expiry { get; }

    public JsonObject Payload { get; }

    /// <summary>Whether the key that signed it is one the core replaces regularly; null for version 2.</summary>
    public bool? UsesDynamicKey => KeyId?.StartsWith("d-", StringComparison.Ordinal);

    /// <summary>Reads a token, whoever made it.</summary>
    /// <param name="raw">The token.</param>
    /// <param name="token">What it says.</param>
    /// <returns>Whether it has the shape of a session's access token.</returns>
    public static bool TryRead(string raw, [NotNullWhen(true)] out AccessToken? token)
    {
        token = null;
        var dot = raw.IndexOf('.', StringComparison.Ordinal);
        var lastDot = raw.LastIndexOf('.');
        if (dot <= 0 || lastDot == dot || raw.AsSpan(dot + 1, lastDot - dot - 1).Contains('.'))
        {
            return false;
        }

        try
        {
            token = Read(raw, raw[..dot], raw.AsSpan(dot + 1, lastDot - dot - 1));
            return token is not null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            // Not base64url, not JSON, a field missing or of another type: not a token of ours.
            return false;
        }
    }

    /// <summary>Decodes one part of a token.</summary>
    /// <param name="part">Base64url, or base64 with or without padding as version 2 used it.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="FormatException">The part is neither.</exception>
    public static byte[] DecodePart(ReadOnlySpan<char> part)
        => part.ContainsAny('+', '/')
            ? Convert.FromBase64String(part.ToString().PadRight((part.Length + 3) / 4 * 4, '='))
            : Base64Url.DecodeFromChars(part);

    private static AccessToken? Read(string raw, string header, ReadOnlySpan<char> payloadPart)
    {
        var (version, keyId, algorithm) = (LegacyVersion, (string?)null, "RS256");
        if (!LegacyHeaders.Contains(header))
        {
            var fields = ParseObject(header);

            // supertokens-node takes 3 when there is none. But the core names the version of every session, and signs with the same
            // keys what the application asks for: a JWT whose claims a caller could choose must not become a session.
            version = int.Parse(fields.GetProperty("version").GetString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
            keyId = fields.GetProperty("kid").GetString();
            algorithm = fields.GetProperty("alg").GetString();
            if (version < FirstNamedVersion || keyId is null || algorithm is null || fields.GetProperty("typ").GetString() != "JWT")
            {
                return null;
            }
        }

        var payload = ParseObject(payloadPart);

        // "stt" is the token's type where one core signs several: 0 is a session, others are OAuth2's.
        var isSession = !payload.TryGetProperty("stt", out var type) || (type.ValueKind == JsonValueKind.Number && type.GetDouble() == 0);
        return isSession ? new AccessToken(raw, version, keyId, algorithm, payload) : null;
    }

    private static JsonElement ParseObject(ReadOnlySpan<char> part)
    {
        var bytes = DecodePart(part);
        if (!Utf8.IsValid(bytes))
        {
            throw new FormatException("The text is not UTF-8.");
        }

        var element = JsonElement.Parse(bytes, JsonOptions);
        return element.ValueKind == JsonValueKind.Object ? element : throw new FormatException("The JSON is not an object.");
    }

    private static string Text(JsonElement payload, string name)
        => payload.GetProperty(name).GetString()?.Trim() ?? throw new FormatException("A text is null.");

    private static string? OptionalText(JsonElement payload, string name)
        => payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;

    private static long Number(JsonElement payload, string name)
    {
        var value = payload.GetProperty(name);
        return value.TryGetInt64(out var whole) ? whole : checked((long)value.GetDouble());
    }

    private static string LegacyHeader(string version)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"alg":"RS256","typ":"JWT","version":"{{version}}"}"""));
}
