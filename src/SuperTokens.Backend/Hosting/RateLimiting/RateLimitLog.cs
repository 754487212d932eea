using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>Log messages of the rate limits: event ids 1400 to 1499. They never say whom a limit met.</summary>
internal static partial class RateLimitLog
{
    [LoggerMessage(1400, LogLevel.Information, "A request was refused by the limit SuperTokens:RateLimiting:{Limit}; there is room again in {Seconds} s")]
    public static partial void Limited(this ILogger logger, string limit, long seconds);

    [LoggerMessage(1401, LogLevel.Warning, "Callers cannot be told apart by their address, because connections come from this machine itself or have no address. Only accounts are limited. Behind a proxy, read its forwarded headers: call app.UseForwardedHeaders before app.UseSuperTokens")]
    public static partial void AddressUnknown(this ILogger logger);
}
