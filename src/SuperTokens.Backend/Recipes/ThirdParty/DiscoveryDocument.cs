using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What a provider's OpenID Connect configuration says, as far as it is used.</summary>
internal sealed record DiscoveryDocument
{
    public required string Issuer { get; init; }

    public string? AuthorizationEndpoint { get; private init; }

    public string? TokenEndpoint { get; private init; }

    public string? UserInfoEndpoint { get; private init; }

    public string? JwksUri { get; private init; }

    public ImmutableArray<string>? CodeChallengeMethodsSupported { get; private init; }

    /// <summary>Reads a document. An address that cannot be used is left out, and missed where it is needed.</summary>
    /// <param name="providerId">The provider, for messages.</param>
    /// <param name="json">The document.</param>
    /// <param name="address">Its own address.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ThirdPartyProviderException">It names no issuer (OpenID Connect: required), so that ID tokens could be from anybody.</exception>
    public static DiscoveryDocument Read(string providerId, JsonNode json, Uri address)
    {
        var document = json as JsonObject;
        return new DiscoveryDocument
        {
            Issuer = Text("issuer") is { Length: > 0 } issuer ? issuer : throw new ThirdPartyProviderException($"The discovery document of the provider {providerId} names no issuer."),
            AuthorizationEndpoint = ProviderUrl.From(Text("authorization_endpoint"), address),
            TokenEndpoint = ProviderUrl.From(Text("token_endpoint"), address),
            UserInfoEndpoint = ProviderUrl.From(Text("userinfo_endpoint"), address),
            JwksUri = ProviderUrl.From(Text("jwks_uri"), address),
            CodeChallengeMethodsSupported = document?["code_challenge_methods_supported"] is JsonArray methods
                ? [.. methods.Where(method => method?.GetValueKind() == JsonValueKind.String).Select(method => (string)method!)]
                : null,
        };

        string? Text(string name) => document?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;
    }

    /// <summary>Fills in what a provider's settings leave open.</summary>
    /// <param name="config">The settings.</param>
    /// <returns>The settings with what the document says.</returns>
    public ThirdPartyProviderConfig Fill(ThirdPartyProviderConfig config) => config with
    {
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? AuthorizationEndpoint,
        TokenEndpoint = config.TokenEndpoint ?? TokenEndpoint,
        UserInfoEndpoint = config.UserInfoEndpoint ?? UserInfoEndpoint,
        JwksUri = config.JwksUri ?? JwksUri,
        Issuers = config.Issuers.IsEmpty ? [Issuer] : config.Issuers,
        CodeChallengeMethodsSupported = config.CodeChallengeMethodsSupported ?? CodeChallengeMethodsSupported,
    };
}
