using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>JSON as the core reads and writes it.</summary>
internal static class CoreJson
{
    // The answers are never put into HTML, so only what JSON itself demands is escaped: texts stay readable in the database.
    private static readonly JsonSerializerOptions WriteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(JsonNode node) => node.ToJsonString(WriteOptions);

    /// <summary>Reads JSON this core wrote.</summary>
    public static JsonObject ReadObject(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>
    /// Reads a JSON object that a caller sent, or null when it is not one: not UTF-8, not JSON, another kind of value, nested deeper than
    /// 64 levels, a property twice, or text with half of a surrogate pair (which could not be written again).
    /// </summary>
    public static JsonObject? TryReadObject(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var node = JsonNode.Parse(StrictUtf8.GetString(utf8), nodeOptions: null, ReadOptions) as JsonObject;
            if (node is not null)
            {
                Write(node);
            }

            return node;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            return null;
        }
    }
}
