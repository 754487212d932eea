using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>What the suite's overrides keep, as they do in its own process for the Node SDK.</summary>
internal sealed class OverrideParams
{
    private readonly Lock _lock = new();
    private JsonObject _values = Empty();

    public void Set(string name, JsonNode? value)
    {
        lock (_lock)
        {
            _values[name] = value;
        }
    }

    public void Append(string name, JsonNode value)
    {
        lock (_lock)
        {
            _values[name]!.AsArray().Add(value);
        }
    }

    public void AppendToStore(string name, JsonNode value)
    {
        lock (_lock)
        {
            var store = _values["store"] as JsonObject ?? [];
            _values["store"] = store;
            if (store[name] is not JsonArray list)
            {
                store[name] = list = [];
            }

            list.Add(value);
        }
    }

    public void CountCoreCall()
    {
        lock (_lock)
        {
            var info = _values["info"]!.AsObject();
            info["coreCallCount"] = info["coreCallCount"]!.GetValue<int>() + 1;
        }
    }

    public JsonObject ToJson()
    {
        lock (_lock)
        {
            return _values.DeepClone().AsObject();
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _values = Empty();
        }
    }

    private static JsonObject Empty() => new()
    {
        ["sendEmailCallbackCalled"] = false,
        ["sendEmailInputs"] = new JsonArray(),
        ["sendSmsInputs"] = new JsonArray(),
        ["info"] = new JsonObject { ["coreCallCount"] = 0 },
    };
}
