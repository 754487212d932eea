using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>FDI: what a frontend may know of the access token it cannot read itself: base64 of <c>{"uid","ate","up"}</c>.</summary>
internal static class FrontToken
{
    // The frontend reads it with JSON.parse, never as HTML.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Create(string userId, long accessTokenExpiry, JsonObject payload)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("uid", userId);
            writer.WriteNumber("ate", accessTokenExpiry);
            writer.WritePropertyName("up");
            payload.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Convert.ToBase64String(buffer.WrittenSpan);
    }
}
