using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Core;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TestJsonContext : JsonSerializerContext;
