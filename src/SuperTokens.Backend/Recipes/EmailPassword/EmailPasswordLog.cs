using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's log lines, event ids 400 to 499. None holds an address, a password or a token.</summary>
internal static partial class EmailPasswordLog
{
    [LoggerMessage(400, LogLevel.Debug, "Signed up user {RecipeUserId}")]
    public static partial void SignedUp(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(401, LogLevel.Debug, "Signed in user {RecipeUserId}")]
    public static partial void SignedIn(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(402, LogLevel.Debug, "Sign-in with wrong credentials in tenant {TenantId}")]
    public static partial void WrongCredentials(this ILogger logger, string tenantId);

    [LoggerMessage(403, LogLevel.Debug, "Password reset asked for an address nobody in tenant {TenantId} has; no mail sent")]
    public static partial void NobodyToMail(this ILogger logger, string tenantId);

    [LoggerMessage(404, LogLevel.Error, "A password reset mail could not be sent; the caller was answered as if it had been")]
    public static partial void MailNotSent(this ILogger logger, Exception exception);

    [LoggerMessage(405, LogLevel.Debug, "Password of user {RecipeUserId} was reset")]
    public static partial void PasswordReset(this ILogger logger, RecipeUserId recipeUserId);

    [LoggerMessage(406, LogLevel.Error, "A password reset mail could not be sent, the IEmailSender failed with {ExceptionType}; the caller was answered as if it had been")]
    public static partial void MailNotSentByOwnSender(this ILogger logger, Type exceptionType);
}
