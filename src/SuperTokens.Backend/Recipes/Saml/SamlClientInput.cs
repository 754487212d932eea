namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>A tenant's connection with an identity provider, as it should be.</summary>
public sealed record SamlClientInput
{
    /// <summary>The id of the client that is changed or made; null to have the core make one up.</summary>
    public string? ClientId { get; init; }

    /// <summary>A secret, which only the core's routes for clients of BoxyHQ look at; or null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Where people may come back to, compared letter by letter; at least one.</summary>
    public required IReadOnlyCollection<string> RedirectUris { get; init; }

    /// <summary>Where people come back to when the identity provider began the login.</summary>
    public required string DefaultRedirectUri { get; init; }

    /// <summary>The identity provider's metadata: the XML, or Base64 of it.</summary>
    public required string MetadataXml { get; init; }

    /// <summary>
    /// Whether the identity provider may begin a login. Then nobody can tell whether the person at the browser wanted it. Null means false.
    /// </summary>
    public bool? AllowIdpInitiatedLogin { get; init; }

    /// <summary>Whether the core signs its requests to the identity provider. Null means true.</summary>
    public bool? EnableRequestSigning { get; init; }

    /// <summary>Names the input; the secret stays out of logs.</summary>
    /// <returns>The client's id, if it has one.</returns>
    public override string ToString() => $"{nameof(SamlClientInput)} {ClientId}";
}
