using System.Text;
using System.Text.Json;

namespace SuperTokens.Build.Alike;

/// <summary>The properties of a JSON object as text, so that what is copied keeps its layout.</summary>
internal static class JsonParts
{
    /// <summary>Takes an object apart.</summary>
    internal static PartedText Split(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var end = (int)reader.BytesConsumed;
        var head = Text(bytes, 0, end);
        var parts = new List<TextPart>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            reader.Skip();
            var next = (int)reader.BytesConsumed;
            var text = Text(bytes, end, next);
            parts.Add(new TextPart(name, parts.Count == 0 ? text : text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..]));
            end = next;
        }

        return new PartedText(head, parts, Text(bytes, end, bytes.Length), ",");
    }

    /// <summary>The text of a property's value.</summary>
    internal static string Value(TextPart property) => property.Text[ValueStart(property)..];

    /// <summary>A property with another value.</summary>
    internal static TextPart WithValue(TextPart property, string value) => property with { Text = property.Text[..ValueStart(property)] + value };

    private static int ValueStart(TextPart property)
    {
        var start = property.Text.IndexOf(':', property.Text.IndexOf('"', StringComparison.Ordinal) + property.Name.Length) + 1;
        return start + (property.Text.Length - start - property.Text.AsSpan(start).TrimStart().Length);
    }

    private static string Text(byte[] bytes, int start, int end) => Encoding.UTF8.GetString(bytes, start, end - start);
}
