using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>Bodies as the suite's own server reads them: what is no JSON object is an empty one.</summary>
internal static class Body
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return [];
        }

        request.EnableBuffering();
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    public static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    public static bool Flag(JsonObject body, string name) => body[name]?.GetValue<bool>() == true;
}
