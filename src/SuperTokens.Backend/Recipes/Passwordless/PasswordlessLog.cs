using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The recipe's log lines, event ids 600 to 699. None holds an address, a number, a code or a link.</summary>
internal static partial class PasswordlessLog
{
    [LoggerMessage(600, LogLevel.Debug, "Began a sign-in without a password in tenant {TenantId}: {FlowType} sent")]
    public static partial void Began(this ILogger logger, string tenantId, PasswordlessFlowType flowType);

    [LoggerMessage(601, LogLevel.Debug, "Sent another code or link in tenant {TenantId}: {FlowType}")]
    public static partial void SentAgain(this ILogger logger, string tenantId, PasswordlessFlowType flowType);

    [LoggerMessage(602, LogLevel.Debug, "Signed in user {RecipeUserId} without a password; created: {IsNew}")]
    public static partial void SignedIn(this ILogger logger, RecipeUserId recipeUserId, bool isNew);

    [LoggerMessage(603, LogLevel.Debug, "Sign-in without a password in tenant {TenantId} did not work: {Outcome}")]
    public static partial void NotSignedIn(this ILogger logger, string tenantId, string outcome);
}
