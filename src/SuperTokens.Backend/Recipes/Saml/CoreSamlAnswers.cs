using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>CDI: a client, and the answer of PUT /recipe/saml/clients, which has a status besides. Its secret is left in the core.</summary>
internal sealed record CoreSamlClientAnswer
{
    public string? Status { get; init; }

    public string? ClientId { get; init; }

    [JsonPropertyName("redirectURIs")]
    public ImmutableArray<string?>? RedirectUris { get; init; }

    [JsonPropertyName("defaultRedirectURI")]
    public string? DefaultRedirectUri { get; init; }

    public string? IdpEntityId { get; init; }

    public string? IdpSigningCertificate { get; init; }

    [JsonPropertyName("allowIDPInitiatedLogin")]
    public bool? AllowIdpInitiatedLogin { get; init; }

    public bool? EnableRequestSigning { get; init; }

    public SamlClient? ToClient()
        => this is { ClientId: { } id, RedirectUris: { } redirects, DefaultRedirectUri: { } usual, IdpEntityId: { } entity, AllowIdpInitiatedLogin: { } allow, EnableRequestSigning: { } sign }
            && redirects.All(redirect => redirect is not null)
            ? new SamlClient(id, [.. redirects.OfType<string>()], usual, entity, IdpSigningCertificate, allow, sign)
            : null;
}

/// <summary>CDI: GET /recipe/saml/clients/list.</summary>
internal sealed record CoreSamlClientsAnswer(string Status, ImmutableArray<CoreSamlClientAnswer?>? Clients = null);

/// <summary>CDI: the answers of the login, callback and removal routes; each has the status and, when it is OK, one more property.</summary>
internal sealed record CoreSamlAnswer(string Status)
{
    [JsonPropertyName("ssoRedirectURI")]
    public string? SsoRedirectUri { get; init; }

    [JsonPropertyName("redirectURI")]
    public string? RedirectUri { get; init; }

    public bool? DidExist { get; init; }
}

/// <summary>CDI: POST /recipe/saml/user. The core may find neither a subject nor an address among the claims.</summary>
internal sealed record CoreSamlUserAnswer(string Status)
{
    public string? Sub { get; init; }

    public string? Email { get; init; }

    public JsonObject? Claims { get; init; }
}
