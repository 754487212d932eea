using System.Text.Json;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Hosting;

/// <summary>How the hosting layer writes JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class HostingJsonContext : JsonSerializerContext;
