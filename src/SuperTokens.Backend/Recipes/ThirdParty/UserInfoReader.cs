using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Finds a user's id and address in a provider's answers.</summary>
internal static class UserInfoReader
{
    // The core stores addresses in lower case, where this one letter beyond ASCII becomes a "k": somebody else's address.
    private const char Kelvin = '\u212A';

    /// <summary>Names the fields that a map leaves open.</summary>
    /// <param name="map">The map.</param>
    /// <returns>The map with OpenID Connect's names.</returns>
    public static UserInfoMap WithUsualFields(UserInfoMap map) => new()
    {
        FromIdTokenPayload = WithUsual(map.FromIdTokenPayload),
        FromUserInfoApi = WithUsual(map.FromUserInfoApi),
    };

    /// <summary>Reads the user by the provider's map.</summary>
    /// <param name="config">The provider.</param>
    /// <param name="raw">Its answers.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ThirdPartyProviderException">The answers have no user id.</exception>
    public static ThirdPartyUserInfo Read(ThirdPartyProviderConfig config, RawUserInfo raw)
    {
        var (token, api) = (config.UserInfoMap.FromIdTokenPayload, config.UserInfoMap.FromUserInfoApi);
        var email = Text(raw.FromIdTokenPayload, token.Email) ?? Text(raw.FromUserInfoApi, api.Email);

        // As recorded, the ID token alone decides wherever it has a field for it, even if it does not come.
        var (answer, fields) = string.IsNullOrEmpty(token.EmailVerified) ? (raw.FromUserInfoApi, api) : (raw.FromIdTokenPayload, token);

        // What is said of another address says nothing about this one.
        var isVerified = IsTrue(Find(answer, fields.EmailVerified))
            && (Text(answer, fields.Email) is not { } meant || string.Equals(meant, email, StringComparison.OrdinalIgnoreCase));
        return User(config, Text(raw.FromIdTokenPayload, token.UserId) ?? Text(raw.FromUserInfoApi, api.UserId), email, isVerified, raw);
    }

    /// <summary>Puts a user together.</summary>
    /// <param name="config">The provider.</param>
    /// <param name="userId">The user's id there.</param>
    /// <param name="email">Their address, or null.</param>
    /// <param name="isVerified">Whether it is verified.</param>
    /// <param name="raw">All that the provider said.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ThirdPartyProviderException">There is no user id.</exception>
    public static ThirdPartyUserInfo User(ThirdPartyProviderConfig config, string? userId, string? email, bool isVerified, RawUserInfo raw)
        => string.IsNullOrEmpty(userId)
            ? throw new ThirdPartyProviderException($"The provider {config.ThirdPartyId} gave no user id. Does UserInfoMap name the right field?")
            : new ThirdPartyUserInfo(userId, string.IsNullOrEmpty(email) ? null : new ThirdPartyEmail(email, isVerified && CanBeOwned(email)), raw);

    /// <summary>A text or a number of an answer.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="field">The field; a dot reaches into an object.</param>
    /// <returns>The text, or null when there is none.</returns>
    public static string? Text(JsonNode? json, string? field) => Find(json, field) is { } value
        ? value.GetValueKind() switch
        {
            JsonValueKind.String => (string?)value is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        }
        : null;

    /// <summary>Whether a value says yes.</summary>
    /// <param name="value">True, or the text in any case.</param>
    /// <returns>True when it does.</returns>
    public static bool IsTrue(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => string.Equals((string?)value, "true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // No provider can vouch for an address that this app makes up, or that becomes another one when it is stored.
    private static bool CanBeOwned(string email) => !StandInEmail.Is(email) && !email.Contains(Kelvin, StringComparison.Ordinal);

    private static UserInfoFields WithUsual(UserInfoFields fields) => new()
    {
        UserId = fields.UserId ?? "sub",
        Email = fields.Email ?? "email",
        EmailVerified = fields.EmailVerified ?? "email_verified",
    };

    private static JsonNode? Find(JsonNode? json, string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return null;
        }

        foreach (var part in field.Split('.'))
        {
            json = json switch
            {
                JsonObject parent => parent[part],
                JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return json;
    }
}
