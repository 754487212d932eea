using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// An access token's content, read and checked for shape but not yet verified. Versions: 2 (no key id; times in
/// milliseconds; claims in <c>userData</c>), 3 (JWT claims), 4 (with tenant) and 5 (with <c>rsub</c>). Several requests
/// may share one, so nothing a request could change is handed out.
/// </summary>
internal sealed class AccessToken
{
    private const string DefaultTenant = "public";

    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private readonly JsonElement? _payload;

    private AccessToken(string raw, AccessTokenHeader header, JsonElement payload)
    {
        Raw = raw;
        Header = header;
        var legacy = header.Version == AccessTokenHeader.LegacyVersion;
        UserId = Text(payload, legacy ? "userId" : "sub");
        SessionHandle = Text(payload, "sessionHandle");
        RecipeUserId = new RecipeUserId(OptionalText(payload, "rsub") ?? UserId);
        TenantId = header.Version >= 4 ? Text(payload, "tId") : DefaultTenant;
        ParentRefreshTokenHash1 = OptionalText(payload, "parentRefreshTokenHash1");
        AntiCsrfToken = OptionalText(payload, "antiCsrfToken");
        Expiry = legacy ? Number(payload, "expiryTime") : checked(Number(payload, "exp") * 1000);
        _ = legacy ? Number(payload, "timeCreated") : Number(payload, "iat");
        _ = Text(payload, "refreshTokenHash1");
        if (header.Version >= 5)
        {
            _ = Text(payload, "rsub");
        }

        var claims = legacy ? payload.GetProperty("userData") : payload;
        _payload = claims.ValueKind switch
        {
            JsonValueKind.Object => claims,
            JsonValueKind.Null => null,
            _ => throw new FormatException("The claims are not an object."),
        };
    }

    public string Raw { get; }

    public AccessTokenHeader Header { get; }

    /// <summary>The signing key's id; null for version 2.</summary>
    public string? KeyId => Header.KeyId;

    public string UserId { get; }

    public RecipeUserId RecipeUserId { get; }

    public string SessionHandle { get; }

    public string TenantId { get; }

    public string? ParentRefreshTokenHash1 { get; }

    public string? AntiCsrfToken { get; }

    /// <summary>In milliseconds since the Unix epoch.</summary>
    public long Expiry { get; }

    /// <summary>Whether the key that signed it is one the core replaces regularly; null for version 2.</summary>
    public bool? UsesDynamicKey => KeyId?.StartsWith("d-", StringComparison.Ordinal);

    /// <summary>The key found to have signed exactly this token. Whether it still may is asked each time. Default: not verified yet.</summary>
    public SigningKey? VerifiedBy { get; set; }

    /// <summary>The session of a request that brings it when the core is not asked; made by who needs it first. It never changes.</summary>
    public SessionState? VerifiedState { get; set; }

    /// <summary>The payload as claims, to be cloned for each request's user; made by who needs them first.</summary>
    public Claim[]? ClaimTemplates { get; set; }

    /// <summary>Reads a token, whoever made it.</summary>
    /// <param name="raw">The token.</param>
    /// <param name="token">What it says.</param>
    /// <param name="likelyHeader">A header read before, which need not be read again if this token has the same. Default: none.</param>
    /// <returns>Whether it has the shape of a session's access token.</returns>
    public static bool TryRead(string raw, [NotNullWhen(true)] out AccessToken? token, AccessTokenHeader? likelyHeader = null)
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
            var isLikely = likelyHeader is not null && raw.AsSpan(0, dot).SequenceEqual(likelyHeader.Text);
            var header = isLikely ? likelyHeader : AccessTokenHeader.Read(raw[..dot]);
            token = header is null ? null : Read(raw, header, raw.AsSpan(dot + 1, lastDot - dot - 1));
            return token is not null;
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return false;
        }
    }

    /// <summary>The payload, a new object for each caller: what one request changes in it, no other may see.</summary>
    /// <returns>The payload; empty for a version 2 token without one.</returns>
    public JsonObject CreatePayload() => _payload is { } payload ? JsonObject.Create(payload)! : [];

    /// <summary>Decodes one part of a token.</summary>
    /// <param name="part">Base64url, or base64 with or without padding as version 2 used it.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="FormatException">The part is neither.</exception>
    public static byte[] DecodePart(ReadOnlySpan<char> part)
        => IsBase64(part)
            ? Convert.FromBase64String(part.ToString().PadRight((part.Length + 3) / 4 * 4, '='))
            : Base64Url.DecodeFromChars(part);

    /// <summary>Decodes one part of a token into a buffer at least as long as the part.</summary>
    /// <param name="part">The part, as <see cref="DecodePart(ReadOnlySpan{char})"/> takes it.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="FormatException">The part is neither base64url nor base64.</exception>
    public static int DecodePart(ReadOnlySpan<char> part, Span<byte> buffer)
    {
        if (!IsBase64(part))
        {
            return Base64Url.DecodeFromChars(part, buffer);
        }

        var bytes = DecodePart(part);
        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    /// <summary>Reads one part of a token as JSON.</summary>
    /// <param name="part">The part, as <see cref="DecodePart(ReadOnlySpan{char})"/> takes it.</param>
    /// <returns>An object.</returns>
    /// <exception cref="FormatException">It is not base64url, not UTF-8 or not an object.</exception>
    /// <exception cref="JsonException">It is not JSON, or has a name twice.</exception>
    public static JsonElement ParseObject(ReadOnlySpan<char> part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length);
        try
        {
            return ParseObject(buffer.AsSpan(0, DecodePart(part, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static JsonElement ParseObject(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new FormatException("The text is not UTF-8.");
        }

        // It reads a copy, so the buffer may be used again.
        var element = JsonElement.Parse(json, JsonOptions);
        return element.ValueKind == JsonValueKind.Object ? element : throw new FormatException("The JSON is not an object.");
    }

    private static bool IsBase64(ReadOnlySpan<char> part) => part.ContainsAny('+', '/');

    // Not base64url, not JSON, a field missing or of another type: not a token of ours.
    private static bool IsMalformed(Exception exception)
        => exception is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or OverflowException;

    private static AccessToken? Read(string raw, AccessTokenHeader header, ReadOnlySpan<char> payloadPart)
    {
        var payload = ParseObject(payloadPart);

        // "stt" is the token's type where one core signs several: 0 is a session, others are OAuth2's.
        var isSession = !payload.TryGetProperty("stt", out var type) || (type.ValueKind == JsonValueKind.Number && type.GetDouble() == 0);
        return isSession ? new AccessToken(raw, header, payload) : null;
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
}
