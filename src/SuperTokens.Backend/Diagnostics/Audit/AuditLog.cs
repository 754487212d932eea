using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Audit events as log lines, and what the queue of events has to tell: event ids 1300 to 1399.</summary>
internal static partial class AuditLog
{
    [LoggerMessage(1300, LogLevel.Information, "Signed up with {Recipe} {Provider}: {Who}")]
    public static partial void SignedUp(this ILogger logger, string? recipe, string? provider, AuditSubject who);

    [LoggerMessage(1301, LogLevel.Information, "Sign-up with {Recipe} refused, {Reason}: {Who}")]
    public static partial void SignUpFailed(this ILogger logger, string? recipe, AuthFailure reason, AuditSubject who);

    [LoggerMessage(1302, LogLevel.Information, "Signed in with {Recipe} {Provider}: {Who}")]
    public static partial void SignedIn(this ILogger logger, string? recipe, string? provider, AuditSubject who);

    [LoggerMessage(1303, LogLevel.Warning, "Sign-in with {Recipe} {Provider} refused, {Reason}: {Who}")]
    public static partial void SignInFailed(this ILogger logger, string? recipe, string? provider, AuthFailure reason, AuditSubject who);

    [LoggerMessage(1304, LogLevel.Information, "Signed out: {Who}")]
    public static partial void SignedOut(this ILogger logger, AuditSubject who);

    [LoggerMessage(1305, LogLevel.Warning, "A refresh token was used after its successor, it may be stolen: {Who}")]
    public static partial void TokenTheftDetected(this ILogger logger, AuditSubject who);

    [LoggerMessage(1306, LogLevel.Information, "{Count} sessions ended ({SessionHandles}): {Who}")]
    public static partial void SessionsRevoked(this ILogger logger, int count, string sessionHandles, AuditSubject who);

    [LoggerMessage(1307, LogLevel.Information, "Request refused by claims {ClaimIds}: {Who}")]
    public static partial void ClaimRefused(this ILogger logger, string claimIds, AuditSubject who);

    [LoggerMessage(1308, LogLevel.Information, "Set a new password with a mailed link: {Who}")]
    public static partial void PasswordReset(this ILogger logger, AuditSubject who);

    [LoggerMessage(1309, LogLevel.Information, "Got another password: {Who}")]
    public static partial void PasswordChanged(this ILogger logger, AuditSubject who);

    [LoggerMessage(1310, LogLevel.Information, "Got another e-mail address or phone number: {Who}")]
    public static partial void ContactChanged(this ILogger logger, AuditSubject who);

    [LoggerMessage(1311, LogLevel.Information, "E-mail address verified: {Who}")]
    public static partial void EmailVerified(this ILogger logger, AuditSubject who);

    [LoggerMessage(1312, LogLevel.Information, "Got the role {Role}: {Who}")]
    public static partial void RoleAdded(this ILogger logger, string role, AuditSubject who);

    [LoggerMessage(1313, LogLevel.Information, "Lost the role {Role}: {Who}")]
    public static partial void RoleRemoved(this ILogger logger, string role, AuditSubject who);

    [LoggerMessage(1314, LogLevel.Information, "Login method linked to a user: {Who}")]
    public static partial void AccountsLinked(this ILogger logger, AuditSubject who);

    [LoggerMessage(1315, LogLevel.Information, "Login method separated from its user (deleted: {WasDeleted}): {Who}")]
    public static partial void AccountsUnlinked(this ILogger logger, bool wasDeleted, AuditSubject who);

    [LoggerMessage(1316, LogLevel.Information, "User deleted (with linked accounts: {WithLinkedAccounts}): {Who}")]
    public static partial void UserDeleted(this ILogger logger, bool withLinkedAccounts, AuditSubject who);

    [LoggerMessage(1317, LogLevel.Warning, "Refused by the rate limit {Limit}: {Who}")]
    public static partial void RateLimited(this ILogger logger, string limit, AuditSubject who);

    [LoggerMessage(1389, LogLevel.Information, "{Name}: {Who}")]
    public static partial void Other(this ILogger logger, string name, AuditSubject who);

    [LoggerMessage(1390, LogLevel.Error, "More audit events wait than SuperTokens:Diagnostics:AuditQueueCapacity allows; new ones are lost until a sink takes some")]
    public static partial void Losing(this ILogger logger);

    [LoggerMessage(1391, LogLevel.Error, "The audit sink {Sink} failed on {Name}; the event is lost to it")]
    public static partial void SinkFailed(this ILogger logger, Type sink, string name, Exception exception);

    [LoggerMessage(1392, LogLevel.Error, "The audit sinks cannot be made; an event is lost. Register them as singletons whose needs are registered too")]
    public static partial void NoSinks(this ILogger logger, Exception exception);

    [LoggerMessage(1393, LogLevel.Error, "The application's time to shut down is over; at least {Count} audit events are lost")]
    public static partial void Abandoned(this ILogger logger, int count);
}
