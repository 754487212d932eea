namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>One way in which a user signs in. <see cref="TimeJoined"/> is milliseconds since 1970.</summary>
internal sealed record LoginMethod(
    string UserId,
    string PrimaryUserId,
    bool IsPrimary,
    string RecipeId,
    string? Email,
    string? PhoneNumber,
    string? ThirdPartyId,
    string? ThirdPartyUserId,
    string? PasswordHash,
    long TimeJoined,
    IReadOnlyList<string> TenantIds,
    bool IsVerified);
