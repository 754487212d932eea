using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Hosting;

/// <summary>Log messages of the hosting layer: event ids 200 to 299.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(200, LogLevel.Error, "A SuperTokens request failed; the caller gets a 500")]
    public static partial void RequestFailed(this ILogger logger, Exception exception);

    [LoggerMessage(201, LogLevel.Debug, "{Method} {Path} is served by the recipe {RecipeId}")]
    public static partial void Dispatched(this ILogger logger, string method, string path, string recipeId);

    [LoggerMessage(202, LogLevel.Debug, "A request was refused as malformed")]
    public static partial void BadInput(this ILogger logger, Exception exception);
}
