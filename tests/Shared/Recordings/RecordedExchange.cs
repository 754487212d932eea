using System.Text.Json.Nodes;

namespace SuperTokens.Testing;

/// <summary>One recorded request with its answer. <see cref="Index"/> is its place in the file, counted from 0.</summary>
public sealed class RecordedExchange
{
    internal RecordedExchange(int index, JsonObject json)
    {
        Index = index;
        Json = json;
        Request = new RecordedMessage(json["request"]!.AsObject());
        Response = new RecordedMessage(json["response"]!.AsObject());
    }

    public int Index { get; }

    public JsonObject Json { get; }

    /// <summary><c>fdi</c> (client to SDK) or <c>cdi</c> (SDK to core).</summary>
    public string Side => (string)Json["side"]!;

    public string? Note => (string?)Json["note"];

    /// <summary>Set when the exchange came from an SDK function and not from a route.</summary>
    public bool IsSdkCall => Json["sdkCall"] is not null;

    /// <summary>Set when the recording script itself called the core.</summary>
    public bool IsDirect => Json["origin"] is not null;

    public RecordedMessage Request { get; }

    public RecordedMessage Response { get; }

    public override string ToString() => $"#{Index} {Request.Method} {Request.Path}{(Note is null ? "" : $" ({Note})")}";
}
