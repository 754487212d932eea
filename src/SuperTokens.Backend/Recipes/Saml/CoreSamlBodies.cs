using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>CDI: PUT /recipe/saml/clients.</summary>
internal sealed record CoreSamlClientBody(
    string? ClientId,
    string? ClientSecret,
    [property: JsonPropertyName("redirectURIs")] IReadOnlyCollection<string> RedirectUris,
    [property: JsonPropertyName("defaultRedirectURI")] string DefaultRedirectUri,
    [property: JsonPropertyName("metadataXML")] string MetadataXml,
    [property: JsonPropertyName("allowIDPInitiatedLogin")] bool? AllowIdpInitiatedLogin,
    bool? EnableRequestSigning);

/// <summary>CDI: POST /recipe/saml/clients/remove.</summary>
internal sealed record CoreSamlClientRemoval(string ClientId);

/// <summary>CDI: POST /recipe/saml/login.</summary>
internal sealed record CoreSamlLogin(
    string ClientId,
    [property: JsonPropertyName("redirectURI")] string RedirectUri,
    string? State,
    [property: JsonPropertyName("acsURL")] string AcsUrl);

/// <summary>CDI: POST /recipe/saml/callback.</summary>
internal sealed record CoreSamlCallback(string SamlResponse, string? RelayState);

/// <summary>CDI: POST /recipe/saml/user.</summary>
internal sealed record CoreSamlUser(string AccessToken, string ClientId);
