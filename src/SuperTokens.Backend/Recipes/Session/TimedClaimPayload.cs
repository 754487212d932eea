using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads <c>{"v", "t"}</c> claims, whatever their values' type.</summary>
internal static class TimedClaimPayload
{
    public static JsonNode? Value(JsonObject payload, string key) => (payload[key] as JsonObject)?["v"];

    public static DateTimeOffset? Time(JsonObject payload, string key)
        => (payload[key] as JsonObject)?["t"] is JsonValue time && time.GetValueKind() == JsonValueKind.Number && time.TryGetValue<double>(out var milliseconds)
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, 0, 1e14))
            : null;
}
