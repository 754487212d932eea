using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// A stored session, of the login method <c>RecipeUserId</c>. The user that one belongs to now is not stored. Times are milliseconds since 1970.
/// </summary>
internal sealed record SessionRow(
    TenantKey Tenant,
    string Handle,
    string RecipeUserId,
    string RefreshTokenHash2,
    JsonObject DataInDatabase,
    JsonObject DataInJwt,
    bool UseStaticKey,
    long CreatedAt,
    long ExpiresAt)
{
    public string UserId { get; init; } = RecipeUserId;
}
