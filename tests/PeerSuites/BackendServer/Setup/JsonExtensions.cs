using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

/// <summary>Reads JSON as the suite writes it: what is absent is null.</summary>
internal static class JsonExtensions
{
    public static string? Text(this JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    public static bool? Flag(this JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? (bool)json[name]! : null;

    public static int? Number(this JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? (int)value : null;

    public static JsonObject Part(this JsonObject json, string name) => json[name] as JsonObject ?? [];
}
