using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Reads the free-form parts of a provider's settings in the core.</summary>
internal static class CoreValues
{
    /// <summary>Names and values.</summary>
    /// <param name="json">The object, or null.</param>
    /// <returns>Its values as texts: one that is no text as its JSON.</returns>
    public static IReadOnlyDictionary<string, string?> Of(JsonObject? json)
        => json is null
            ? ImmutableDictionary<string, string?>.Empty
            : UrlQuery.Merge(json.Select(property => KeyValuePair.Create(property.Key, TextOf(property.Value))), []);

    /// <summary>Which fields of the provider's answers to read.</summary>
    /// <param name="json">The map, or null.</param>
    /// <param name="otherwise">What holds where the map says nothing.</param>
    /// <returns>Both together.</returns>
    public static UserInfoMap Map(JsonObject? json, UserInfoMap otherwise) => new()
    {
        FromIdTokenPayload = Fields(json?["fromIdTokenPayload"] as JsonObject, otherwise.FromIdTokenPayload),
        FromUserInfoApi = Fields(json?["fromUserInfoAPI"] as JsonObject, otherwise.FromUserInfoApi),
    };

    private static UserInfoFields Fields(JsonObject? json, UserInfoFields otherwise) => new()
    {
        UserId = TextOf(json?["userId"]) ?? otherwise.UserId,
        Email = TextOf(json?["email"]) ?? otherwise.Email,
        EmailVerified = TextOf(json?["emailVerified"]) ?? otherwise.EmailVerified,
    };

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string?)value : value?.ToJsonString();
}
