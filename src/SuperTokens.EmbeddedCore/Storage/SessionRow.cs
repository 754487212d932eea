using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A stored session. Times are milliseconds since 1970.</summary>
internal sealed record SessionRow(
    TenantKey Tenant,
    string Handle,
    string UserId,
    string RefreshTokenHash2,
    JsonObject DataInDatabase,
    JsonObject DataInJwt,
    bool UseStaticKey,
    long CreatedAt,
    long ExpiresAt);
