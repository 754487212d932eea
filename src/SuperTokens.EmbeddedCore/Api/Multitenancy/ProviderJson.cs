using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>The configuration of a third-party provider: the fields the core knows, in its order, without those that are null.</summary>
internal static class ProviderJson
{
    private const string Text = "text";
    private const string Flag = "flag";
    private const string Texts = "texts";
    private const string Object = "object";

    // What the real core's databases take, in characters. Other texts have no limit there.
    private static readonly FrozenDictionary<string, int> MaxLengths = new Dictionary<string, int>
    {
        ["thirdPartyId"] = 28,
        ["name"] = 64,
        ["clientType"] = 64,
        ["clientId"] = 256,
        ["userId"] = 64,
        ["email"] = 64,
        ["emailVerified"] = 64,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Name, string Kind)[] ProviderFields =
    [
        ("authorizationEndpoint", Text),
        ("authorizationEndpointQueryParams", Object),
        ("tokenEndpoint", Text),
        ("tokenEndpointBodyParams", Object),
        ("userInfoEndpoint", Text),
        ("userInfoEndpointQueryParams", Object),
        ("userInfoEndpointHeaders", Object),
        ("jwksURI", Text),
        ("oidcDiscoveryEndpoint", Text),
        ("requireEmail", Flag),
    ];

    private static readonly (string Name, string Kind)[] ClientFields =
        [("clientType", Text), ("clientId", Text), ("clientSecret", Text), ("scope", Texts), ("forcePKCE", Flag), ("additionalConfig", Object)];

    private static readonly (string Name, string Kind)[] MapFields = [("userId", Text), ("email", Text), ("emailVerified", Text)];

    /// <summary>Reads what a caller sent.</summary>
    /// <exception cref="CoreRequestException">400: a field is missing or of a wrong type, or two clients have one type.</exception>
    public static JsonObject Read(JsonObject given)
    {
        var id = (given["thirdPartyId"] as JsonValue)?.GetValueKind() == JsonValueKind.String
            ? given["thirdPartyId"]!.GetValue<string>().Trim()
            : throw Invalid("thirdPartyId");
        if (id.Length == 0)
        {
            throw InvalidConfig("thirdPartyId cannot be null or empty");
        }

        var provider = new JsonObject { ["thirdPartyId"] = CoreRequestException.CheckLength(id, MaxLengths["thirdPartyId"], "thirdPartyId") };
        Copy(given, provider, [("name", Text)]);
        provider["clients"] = Clients(given);
        Copy(given, provider, ProviderFields);
        var map = Child(given, "userInfoMap");
        provider["userInfoMap"] = new JsonObject
        {
            ["fromIdTokenPayload"] = Map(map, "fromIdTokenPayload"),
            ["fromUserInfoAPI"] = Map(map, "fromUserInfoAPI"),
        };
        return provider;
    }

    private static JsonArray Clients(JsonObject given)
    {
        if (given["clients"] is not { } value)
        {
            return [];
        }

        var clients = (value as JsonArray ?? throw Invalid("clients")).Select(Client).ToList();
        var types = clients.Select(TypeOf).ToList();
        return types.Distinct(StringComparer.Ordinal).Count() == types.Count
            ? new JsonArray([.. JavaHashOrder.Of(clients, TypeOf)])
            : throw InvalidConfig("Duplicate clientType was specified in the clients list.");
    }

    private static JsonObject Client(JsonNode? given)
    {
        var client = new JsonObject();
        Copy(given as JsonObject ?? throw Invalid("clients"), client, ClientFields);
        return client.ContainsKey("clientId") ? client : throw Invalid("clientId");
    }

    private static JsonObject Map(JsonObject? given, string name)
    {
        var map = new JsonObject();
        if (given is not null && Child(given, name) is { } child)
        {
            Copy(child, map, MapFields);
        }

        return map;
    }

    private static string TypeOf(JsonObject client) => (string?)client["clientType"] ?? "";

    private static void Copy(JsonObject from, JsonObject to, (string Name, string Kind)[] fields)
    {
        foreach (var (name, kind) in fields)
        {
            if (from[name] is { } value)
            {
                to[name] = IsOfKind(value, kind) ? value.DeepClone() : throw Invalid(name);
                if (kind == Text && MaxLengths.TryGetValue(name, out var max))
                {
                    CoreRequestException.CheckLength(value.GetValue<string>(), max, name);
                }
            }
        }
    }

    private static bool IsOfKind(JsonNode value, string kind) => kind switch
    {
        Text => value.GetValueKind() == JsonValueKind.String,
        Flag => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        Texts => value is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String),
        _ => value is JsonObject,
    };

    private static JsonObject? Child(JsonObject json, string name) =>
        json[name] is not { } value ? null : value as JsonObject ?? throw Invalid(name);

    private static CoreRequestException Invalid(string field) => CoreRequestException.BadRequest($"Field name '{field}' is invalid in JSON input");

    private static CoreRequestException InvalidConfig(string text) => CoreRequestException.BadRequest($"Invalid third party config: {text}");
}
