using System.Text.Json;

namespace SuperTokens.FunctionsWorker.StandIn;

/// <summary>What the Functions host reads from host.json.</summary>
internal static class HostJson
{
    /// <summary>What all routes begin with. Default: <c>api</c>.</summary>
    public static string RoutePrefix(string contentRoot)
    {
        var path = Path.Combine(contentRoot, "host.json");
        if (!File.Exists(path))
        {
            return "api";
        }

        using var settings = JsonDocument.Parse(File.ReadAllText(path));
        return settings.RootElement.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix)
                ? prefix.GetString()!
                : "api";
    }
}
