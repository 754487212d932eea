using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>
/// A request to the core, with helpers that read its fields and end it with the core's own words when one is missing or of a wrong type.
/// </summary>
internal sealed class CoreRequest(string method, string path, string query, Func<string, string?> header, ReadOnlyMemory<byte> body)
{
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> _parameters = QueryHelpers.ParseQuery(query);
    private JsonObject? _json;

    public string Method => method;

    public string Path => path;

    /// <summary>The app and tenant the path names. Whether they exist is asked by <c>CoreServices.RequireTenant</c>.</summary>
    public TenantKey Tenant { get; set; }

    /// <summary>The version the caller speaks; the latest when it names none.</summary>
    public CdiVersion Version { get; set; } = CdiVersion.Latest;

    /// <summary>The JSON body.</summary>
    public JsonObject Body => _json ??= CoreJson.TryReadObject(body.Span) ?? throw CoreRequestException.BadRequest("Invalid Json Input");

    public string? Header(string name) => header(name);

    public string GetString(string name) => GetOptionalString(name) ?? throw InvalidField(name);

    /// <summary>Null when the field is absent; a JSON null is not a string.</summary>
    public string? GetOptionalString(string name) => Body.TryGetPropertyValue(name, out var value) ? AsString(value, name) : null;

    public bool GetBoolean(string name) => GetOptionalBoolean(name) ?? throw InvalidField(name);

    public bool? GetOptionalBoolean(string name) => Body.ContainsKey(name) ? GetBoolean(Body, name) : null;

    /// <summary>A text inside an object of the body; 400 when it is missing or of another type.</summary>
    public static string GetString(JsonObject from, string name) => AsString(from[name], name);

    /// <summary>A truth value inside an object of the body; 400 when it is missing or of another type.</summary>
    public static bool GetBoolean(JsonObject from, string name) => from[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw InvalidField(name),
    };

    public long GetLong(string name) =>
        Body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number)
            ? (long)number
            : throw InvalidField(name);

    public JsonObject GetObject(string name) => GetOptionalObject(name) ?? throw InvalidField(name);

    public JsonObject? GetOptionalObject(string name) =>
        !Body.TryGetPropertyValue(name, out var value) ? null : value as JsonObject ?? throw InvalidField(name);

    public JsonArray? GetOptionalArray(string name) =>
        !Body.TryGetPropertyValue(name, out var value) ? null : value as JsonArray ?? throw InvalidField(name);

    public IReadOnlyList<string>? GetOptionalStrings(string name) =>
        GetOptionalArray(name)?.Select(value => AsString(value, name)).ToList();

    public string GetQuery(string name) =>
        GetOptionalQuery(name) ?? throw CoreRequestException.BadRequest($"Field name '{name}' is missing in GET request");

    public string? GetOptionalQuery(string name) => _parameters.TryGetValue(name, out var values) ? values[0] : null;

    public int? GetOptionalIntQuery(string name) => GetOptionalQuery(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw CoreRequestException.BadRequest($"Field name '{name}' must be an int in the GET request");

    public long GetLongQuery(string name) =>
        long.TryParse(GetQuery(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CoreRequestException.BadRequest($"Field name '{name}' must be a long in the GET request");

    private static string AsString(JsonNode? value, string name) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw InvalidField(name);

    private static CoreRequestException InvalidField(string name) =>
        CoreRequestException.BadRequest($"Field name '{name}' is invalid in JSON input");
}
