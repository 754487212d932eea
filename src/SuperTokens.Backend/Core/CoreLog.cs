using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Core;

/// <summary>Log messages of the core client: event ids 100 to 199. Paths are templates; bodies and keys never appear.</summary>
internal static partial class CoreLog
{
    [LoggerMessage(100, LogLevel.Information, "Speaking CDI {Version} with the SuperTokens core")]
    public static partial void Negotiated(this ILogger logger, CdiVersion version);

    [LoggerMessage(101, LogLevel.Debug, "Core call {Method} {Path} at {Host} answered {Status}")]
    public static partial void Answered(this ILogger logger, HttpMethod method, CorePath path, string host, int status);

    [LoggerMessage(102, LogLevel.Warning, "Core call {Method} {Path} at {Host} failed: {Failure}")]
    public static partial void Failed(this ILogger logger, HttpMethod method, CorePath path, string host, CoreFailure failure, Exception exception);

    [LoggerMessage(103, LogLevel.Information, "The SuperTokens core at {Host} answered 429 to {Method} {Path}; trying again in {Delay}")]
    public static partial void RateLimited(this ILogger logger, HttpMethod method, CorePath path, string host, TimeSpan delay);

    [LoggerMessage(104, LogLevel.Error, "The SuperTokens core at {Host} keeps failing: it is left alone for {Duration}")]
    public static partial void CircuitOpened(this ILogger logger, string host, TimeSpan duration);

    [LoggerMessage(105, LogLevel.Information, "The SuperTokens core at {Host} answers again")]
    public static partial void CircuitClosed(this ILogger logger, string host);

    [LoggerMessage(106, LogLevel.Debug, "Core call {Method} {Path} passed over {Host}, which keeps failing")]
    public static partial void PassedOver(this ILogger logger, HttpMethod method, CorePath path, string host);
}
