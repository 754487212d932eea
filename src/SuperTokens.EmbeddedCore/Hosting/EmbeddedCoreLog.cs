using Microsoft.Extensions.Logging;

namespace SuperTokens.EmbeddedCore.Hosting;

/// <summary>The log lines of the embedded core, event ids 1000 to 1099. None holds a token, a password, an e-mail or a body.</summary>
internal static partial class EmbeddedCoreLog
{
    [LoggerMessage(1000, LogLevel.Information, "The embedded SuperTokens core runs, for development and tests only. Its data is in {Place}")]
    public static partial void CoreStarted(this ILogger logger, string place);

    [LoggerMessage(1001, LogLevel.Error, "The embedded core failed to answer {Method} {Path}")]
    public static partial void CoreFailed(this ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(1002, LogLevel.Warning, "Another process, or another application of this one, uses the embedded core's data in {Place} too. Each reads what the other writes, but one may wait for the other; use one embedded core, or a real one, for several instances")]
    public static partial void DataShared(this ILogger logger, string place);
}
