using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>The recipe's log lines, event ids 800 to 899. None holds an address or a number.</summary>
internal static partial class AccountLinkingLog
{
    [LoggerMessage(800, LogLevel.Information, "Linked login method {RecipeUserId} to user {PrimaryUserId}")]
    public static partial void Linked(this ILogger logger, RecipeUserId recipeUserId, string primaryUserId);

    [LoggerMessage(801, LogLevel.Debug, "Made login method {RecipeUserId} a primary user")]
    public static partial void MadePrimary(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(802, LogLevel.Information, "Unlinked login method {RecipeUserId}")]
    public static partial void Unlinked(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(803, LogLevel.Information, "Sign-up with {RecipeId} in tenant {TenantId} refused: another account with the same account info is not verified, or this one is not")]
    public static partial void SignUpRefused(this ILogger logger, string recipeId, string tenantId);

    [LoggerMessage(804, LogLevel.Information, "Sign-in of user {UserId} refused: another account with the same account info is not verified, or this one is not")]
    public static partial void SignInRefused(this ILogger logger, string userId);

    [LoggerMessage(805, LogLevel.Debug, "Login method {RecipeUserId} is not linked: its address or the primary user's is not verified")]
    public static partial void NotVerified(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(806, LogLevel.Debug, "Linking login method {RecipeUserId} begins again: what it was decided on has changed")]
    public static partial void Retrying(this ILogger logger, RecipeUserId recipeUserId);
}
