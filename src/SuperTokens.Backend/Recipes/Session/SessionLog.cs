using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What sessions log: handles and reasons, never tokens.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Debug, Message = "Asking the core about session {SessionHandle} (check database: {CheckDatabase})")]
    public static partial void AskingCore(this ILogger logger, string sessionHandle, bool checkDatabase);

    [LoggerMessage(EventId = 301, Level = LogLevel.Debug, Message = "No session: {Reason}")]
    public static partial void Unauthorised(this ILogger logger, string reason);

    [LoggerMessage(EventId = 302, Level = LogLevel.Debug, Message = "The frontend should refresh: {Reason}")]
    public static partial void TryRefreshToken(this ILogger logger, string reason);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "A refresh token of session {SessionHandle} was used again after its successor: the session is revoked")]
    public static partial void TokenTheft(this ILogger logger, string sessionHandle);

    [LoggerMessage(EventId = 304, Level = LogLevel.Debug, Message = "Session claims are not as required: {ClaimIds}")]
    public static partial void InvalidClaims(this ILogger logger, string claimIds);

    [LoggerMessage(EventId = 305, Level = LogLevel.Warning, Message = "A request has a session cookie twice. If SuperTokens:Session:CookieDomain was changed, set SuperTokens:Session:OlderCookieDomain to what it was, or to an empty text when it was not set")]
    public static partial void DuplicateCookies(this ILogger logger);

    [LoggerMessage(EventId = 306, Level = LogLevel.Debug, Message = "Cookies of the older cookie domain were cleared")]
    public static partial void DuplicateCookiesCleared(this ILogger logger);

    [LoggerMessage(EventId = 307, Level = LogLevel.Warning, Message = "The core's signing keys could not be fetched again: those of {FetchedAt} verify access tokens until {Until}")]
    public static partial void OldSigningKeys(this ILogger logger, DateTimeOffset fetchedAt, DateTimeOffset until);
}
