using System.Text.Json.Nodes;

namespace SuperTokens.Testing;

/// <summary>One half of a recorded exchange: a request (method and path set) or a response (status set).</summary>
public sealed class RecordedMessage
{
    internal RecordedMessage(JsonObject json)
    {
        Json = json;
        Headers = json["headers"] is JsonObject headers
            ? headers.ToDictionary(h => h.Key, h => Values(h.Value), StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The message as it stands in the file.</summary>
    public JsonObject Json { get; }

    public string Method => (string?)Json["method"] ?? "";

    /// <summary>Path and query, as sent.</summary>
    public string Path => (string?)Json["path"] ?? "";

    public int Status => (int?)Json["status"] ?? 0;

    /// <summary>Header names in any case; several values only for <c>set-cookie</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    public bool HasJsonBody => Json.ContainsKey("body");

    public JsonNode? Body => Json["body"];

    /// <summary>A body that is not JSON.</summary>
    public string? BodyText => (string?)Json["bodyText"];

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values[0] : null;

    private static IReadOnlyList<string> Values(JsonNode? value) =>
        value is JsonArray list ? [.. list.Select(v => (string)v!)] : [(string)value!];
}
