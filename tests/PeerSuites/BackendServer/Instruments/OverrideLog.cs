using System.Text.Json.Nodes;
using SuperTokens.PeerSuites.BackendServer.Hosting;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>What of the SDK was called, and what it came to, for the suite to ask afterwards.</summary>
internal sealed class OverrideLog
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _entries = [];

    public void Call(string name, params ReadOnlySpan<object?> arguments)
    {
        var data = new JsonArray();
        foreach (var argument in arguments)
        {
            data.Add(Wire.Logged(argument));
        }

        Add("CALL", name, data);
    }

    public void Result(string name, object? result) => Add("RES", name, Wire.Logged(result));

    public void Failed(string name, Exception exception) => Add("REJ", name, new JsonObject { ["message"] = exception.Message });

    public void Add(string type, string name, JsonNode? data)
    {
        lock (_lock)
        {
            _entries.Add(new JsonObject
            {
                ["t"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), ["type"] = type, ["name"] = name, ["data"] = data,
            });
        }
    }

    public JsonArray ToJson()
    {
        lock (_lock)
        {
            return new JsonArray([.. _entries.Select(entry => entry.DeepClone())]);
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }
}
