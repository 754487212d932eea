using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Delivery;

/// <summary>The mail with the link to choose a new password.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="TenantId">The tenant the mail belongs to.</param>
/// <param name="Link">The link. Whoever has it can set the password.</param>
/// <param name="UserId">The user's (primary) id.</param>
/// <param name="RecipeUserId">The login method whose password it is; null when the reset will create it for a user without one.</param>
public sealed record PasswordResetEmail(string To, string TenantId, string Link, string UserId, RecipeUserId? RecipeUserId)
    : EmailMessage(To, TenantId)
{
    /// <summary>How long the link lasts. Default: one hour.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(1);
}
