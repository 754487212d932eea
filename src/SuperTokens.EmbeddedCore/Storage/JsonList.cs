using System.Text.Json;
using System.Text.Json.Serialization;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Texts as SQLite's json_each takes them, and as columns keep them. It works without reflection, which apps may turn off.</summary>
internal static partial class JsonList
{
    public static string Write(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Texts.Default.IEnumerableString);

    public static List<string> Read(string json) => JsonSerializer.Deserialize(json, Texts.Default.ListString)!;

    [JsonSerializable(typeof(IEnumerable<string>))]
    [JsonSerializable(typeof(List<string>))]
    private sealed partial class Texts : JsonSerializerContext;
}
