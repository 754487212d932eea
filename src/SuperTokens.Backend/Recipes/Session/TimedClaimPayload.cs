using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads <c>{"v", "t"}</c> claims, whatever their values' type.</summary>
internal static class TimedClaimPayload
{
    public static JsonNode? Value(JsonObject payload, string key) => (payload[key] as JsonObject)?["v"];

    public static DateTimeOffset? Time(JsonObject payload, string key)
    {
        // A number just set is of the type it was set with; one that was parsed is of any.
        if ((payload[key] as JsonObject)?["t"] is not JsonValue time
            || !(time.TryGetValue<long>(out var whole) | time.TryGetValue<double>(out var broken)))
        {
            return null;
        }

        return DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Clamp(Math.Max(whole, broken), 0, 1e14));
    }
}
