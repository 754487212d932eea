using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>A third-party provider of one tenant, as the core keeps it. Holds client secrets: it never goes to a frontend as it is.</summary>
public sealed record TenantProvider
{
    /// <summary>The provider's id, such as <c>google</c>.</summary>
    public required string ThirdPartyId { get; init; }

    /// <summary>Its name as people see it, or null for the one the SDK knows.</summary>
    public string? Name { get; init; }

    /// <summary>The clients this app is registered with there.</summary>
    public ImmutableArray<TenantProviderClient> Clients { get; init; } = [];

    /// <summary>Where people are sent to sign in, or null for the one the SDK knows or discovers.</summary>
    public string? AuthorizationEndpoint { get; init; }

    /// <summary>Query parameters added to <see cref="AuthorizationEndpoint"/>, or null.</summary>
    public JsonObject? AuthorizationEndpointQueryParams { get; init; }

    /// <summary>Where codes are exchanged for tokens, or null.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Body parameters added to requests to <see cref="TokenEndpoint"/>, or null.</summary>
    public JsonObject? TokenEndpointBodyParams { get; init; }

    /// <summary>Where the user's data is read, or null.</summary>
    public string? UserInfoEndpoint { get; init; }

    /// <summary>Query parameters added to <see cref="UserInfoEndpoint"/>, or null.</summary>
    public JsonObject? UserInfoEndpointQueryParams { get; init; }

    /// <summary>Headers added to requests to <see cref="UserInfoEndpoint"/>, or null.</summary>
    public JsonObject? UserInfoEndpointHeaders { get; init; }

    /// <summary>Where the provider's signing keys are, or null.</summary>
    [JsonPropertyName("jwksURI")]
    public string? JwksUri { get; init; }

    /// <summary>Where the provider's OpenID Connect configuration is, or null.</summary>
    public string? OidcDiscoveryEndpoint { get; init; }

    /// <summary>Which fields of the provider's answers hold the user's id and address, or null.</summary>
    public JsonObject? UserInfoMap { get; init; }

    /// <summary>Whether a user without an address is refused; null means true.</summary>
    public bool? RequireEmail { get; init; }

    /// <summary>Names the provider; secrets in its settings stay out of logs.</summary>
    /// <returns>The provider's id.</returns>
    public override string ToString() => ThirdPartyId;
}
