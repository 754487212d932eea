using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Delivery;

/// <summary>The mail with the link that verifies its recipient's address.</summary>
/// <param name="To">The recipient's address, which the link verifies.</param>
/// <param name="TenantId">The tenant the mail belongs to.</param>
/// <param name="Link">The link. Whoever has it can verify the address.</param>
/// <param name="UserId">The user's (primary) id.</param>
/// <param name="RecipeUserId">The login method whose address it is.</param>
public sealed record VerifyEmailEmail(string To, string TenantId, string Link, string UserId, RecipeUserId RecipeUserId)
    : EmailMessage(To, TenantId)
{
    /// <summary>How long the link lasts. Default: 24 hours.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(24);
}
