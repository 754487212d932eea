using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The recipe's log lines, event ids 500 to 599. None holds an address or a token.</summary>
internal static partial class EmailVerificationLog
{
    [LoggerMessage(500, LogLevel.Debug, "Mailed a verification link to user {RecipeUserId}")]
    public static partial void MailSent(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(501, LogLevel.Debug, "User {RecipeUserId} asked for a verification link, but has no address or a verified one; no mail sent")]
    public static partial void NothingToVerify(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(502, LogLevel.Debug, "Verified an address of user {RecipeUserId}")]
    public static partial void Verified(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(503, LogLevel.Information, "User {RecipeUserId} asked for a verification link, but the click would link them to somebody else's account; no mail sent")]
    public static partial void MailRefused(this ILogger logger, RecipeUserId recipeUserId);
}
