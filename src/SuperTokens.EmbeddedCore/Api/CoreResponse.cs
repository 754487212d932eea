using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>What the core answers. Content types are spelled as the core's web server spells them.</summary>
internal sealed record CoreResponse(int Status, string ContentType, string Body)
{
    public string? CacheControl { get; init; }

    public static CoreResponse Json(JsonObject body) => new(200, "application/json;charset=UTF-8", CoreJson.Write(body) + "\n");

    /// <summary>200 with nothing but a status.</summary>
    public static CoreResponse OfStatus(string status) => Json(new JsonObject { ["status"] = status });

    public static CoreResponse Text(int status, string text) => new(status, "text/html;charset=UTF-8", text + "\n");
}
