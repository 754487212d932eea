using System.Globalization;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// One way in which a user signs in. <see cref="TimeJoined"/> is milliseconds since 1970. One without an e-mail counts as verified: a phone
/// number is proven by the first sign-in with it.
/// </summary>
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
    bool IsVerified)
{
    public string? ExternalUserId { get; init; }

    /// <summary>The id callers know it by.</summary>
    public string PublicId => ExternalUserId ?? UserId;

    /// <summary>
    /// What no other login method of the recipe may have in the same tenant: the third-party account, or else the e-mail and the phone
    /// number.
    /// </summary>
    public IReadOnlyList<string> Accounts => ThirdPartyId is not null
        ? [ThirdPartyAccount(ThirdPartyId, ThirdPartyUserId!)]
        : [.. new[] { Email, PhoneNumber is null ? null : PhoneAccount(PhoneNumber) }.OfType<string>()];

    /// <summary>The account of a phone number. E-mails and numbers never start with a space, so the two cannot be mistaken for each other.</summary>
    public static string PhoneAccount(string phoneNumber) => " " + phoneNumber;

    /// <summary>The account of a third-party user. The length keeps two pairs of ids apart that read alike when joined.</summary>
    public static string ThirdPartyAccount(string thirdPartyId, string thirdPartyUserId) =>
        string.Create(CultureInfo.InvariantCulture, $"{thirdPartyId.Length} {thirdPartyId} {thirdPartyUserId}");
}
