using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>The content of a session access token, versions 2 to 5. Times are whole seconds since 1970; version 2 writes them in milliseconds.</summary>
internal sealed record AccessToken(
    int Version,
    TenantKey Tenant,
    string Handle,
    string UserId,
    string RecipeUserId,
    string RefreshTokenHash1,
    string? ParentRefreshTokenHash1,
    string? AntiCsrfToken,
    long IssuedAt,
    long ExpiresAt,
    JsonObject UserData)
{
    /// <summary>The version of before CDI 2.21: the application's claims are one claim of their own.</summary>
    public const int LegacyVersion = 2;

    private const string IncompleteToken = "Access token does not contain all the information. Maybe the structure has changed?";

    private static readonly string[] Version2Claims = ["userId", "expiryTime", "timeCreated", "sessionHandle", "refreshTokenHash1"];

    private static readonly string[] Version3Claims =
        ["sub", "exp", "iat", "sessionHandle", "refreshTokenHash1", "parentRefreshTokenHash1", "antiCsrfToken"];

    private static readonly string[] Version4Claims = [.. Version3Claims, "tId"];

    private static readonly string[] Version5Claims = [.. Version4Claims, "rsub"];

    /// <summary>The version that callers of an interface version get. Source: the core's <c>AccessToken</c>.</summary>
    public static int VersionFor(CdiVersion version) =>
        version >= CdiVersion.V4_0 ? 5 : version >= CdiVersion.V3_0 ? 4 : version >= CdiVersion.V2_21 ? 3 : LegacyVersion;

    /// <summary>The claims that belong to the session: every token has them, and no user payload may.</summary>
    public static IReadOnlyList<string> ProtectedClaims(int version) => version switch
    {
        LegacyVersion => [],
        3 => Version3Claims,
        4 => Version4Claims,
        _ => Version5Claims,
    };

    public JsonObject ToJson()
    {
        if (Version == LegacyVersion)
        {
            return ToLegacyJson();
        }

        var json = new JsonObject { ["iat"] = IssuedAt, ["exp"] = ExpiresAt, ["sub"] = UserId };
        if (Version >= 4)
        {
            json["tId"] = Tenant.TenantId;
        }

        if (Version >= 5)
        {
            json["rsub"] = RecipeUserId;
        }

        json["sessionHandle"] = Handle;
        json["refreshTokenHash1"] = RefreshTokenHash1;
        json["parentRefreshTokenHash1"] = ParentRefreshTokenHash1;
        json["antiCsrfToken"] = AntiCsrfToken;
        foreach (var (name, value) in UserData)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>Reads the payload of a token whose signature was checked.</summary>
    public static AccessTokenReading FromJson(string appId, int version, JsonObject payload)
    {
        foreach (var claim in version == LegacyVersion ? Version2Claims : ProtectedClaims(version))
        {
            if (!payload.ContainsKey(claim))
            {
                return new AccessTokenReading.Invalid($"{IncompleteToken} {claim}");
            }
        }

        return version == LegacyVersion ? FromLegacyJson(appId, payload) : FromNewerJson(appId, version, payload);
    }

    private static AccessTokenReading FromNewerJson(string appId, int version, JsonObject payload)
    {
        var texts = Version5Claims.Where(claim => claim is not ("exp" or "iat")).ToDictionary(claim => claim, claim => Text(payload, claim));
        if (texts["sub"] is not { } userId
            || texts["sessionHandle"] is not { } handle
            || texts["refreshTokenHash1"] is not { } refreshTokenHash1
            || (version >= 4 && texts["tId"] is null)
            || (version >= 5 && texts["rsub"] is null)
            || Number(payload, "iat") is not { } issuedAt
            || Number(payload, "exp") is not { } expiresAt)
        {
            return new AccessTokenReading.Invalid(IncompleteToken);
        }

        return new AccessTokenReading.Valid(new AccessToken(
            version,
            new TenantKey(appId, version >= 4 ? texts["tId"]! : TenantKey.Default),
            handle,
            userId,
            RecipeUserId: version >= 5 ? texts["rsub"]! : userId,
            refreshTokenHash1,
            texts["parentRefreshTokenHash1"],
            texts["antiCsrfToken"],
            issuedAt,
            expiresAt,
            new JsonObject(payload.Where(claim => !ProtectedClaims(version).Contains(claim.Key))
                .Select(claim => KeyValuePair.Create(claim.Key, claim.Value?.DeepClone())))));
    }

    private JsonObject ToLegacyJson()
    {
        var json = new JsonObject
        {
            ["sessionHandle"] = Handle,
            ["userId"] = UserId,
            ["refreshTokenHash1"] = RefreshTokenHash1,
            ["userData"] = UserData.DeepClone(),
            ["expiryTime"] = ExpiresAt * 1000,
            ["timeCreated"] = IssuedAt * 1000,
        };
        if (ParentRefreshTokenHash1 is not null)
        {
            json["parentRefreshTokenHash1"] = ParentRefreshTokenHash1;
        }

        if (AntiCsrfToken is not null)
        {
            json["antiCsrfToken"] = AntiCsrfToken;
        }

        return json;
    }

    private static AccessTokenReading FromLegacyJson(string appId, JsonObject payload) =>
        Text(payload, "userId") is { } userId
            && Text(payload, "sessionHandle") is { } handle
            && Text(payload, "refreshTokenHash1") is { } refreshTokenHash1
            && Number(payload, "timeCreated") is { } timeCreated
            && Number(payload, "expiryTime") is { } expiryTime
            && payload["userData"] is JsonObject userData
            ? new AccessTokenReading.Valid(new AccessToken(
                LegacyVersion,
                new TenantKey(appId, TenantKey.Default),
                handle,
                userId,
                RecipeUserId: userId,
                refreshTokenHash1,
                Text(payload, "parentRefreshTokenHash1"),
                Text(payload, "antiCsrfToken"),
                timeCreated / 1000,
                expiryTime / 1000,
                userData.DeepClone().AsObject()))
            : new AccessTokenReading.Invalid(IncompleteToken);

    private static string? Text(JsonObject payload, string claim) =>
        payload[claim] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static long? Number(JsonObject payload, string claim) =>
        payload[claim] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;
}
