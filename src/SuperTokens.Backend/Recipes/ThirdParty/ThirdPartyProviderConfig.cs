using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>A provider's settings for one client, complete with what is built in, what the core has for the tenant and what discovery tells.</summary>
public sealed record ThirdPartyProviderConfig
{
    /// <summary>The provider's id, such as <c>google</c>.</summary>
    public required string ThirdPartyId { get; init; }

    /// <summary>Its name as people see it, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The kind of frontend the client is for, or null for all.</summary>
    public string? ClientType { get; init; }

    /// <summary>The client's id.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The client's secret, or null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The scopes asked for, or null to ask for none.</summary>
    public ImmutableArray<string>? Scope { get; init; }

    /// <summary>Whether PKCE is used although there is a secret; null leaves it to the provider's discovery.</summary>
    public bool? ForcePkce { get; init; }

    /// <summary>Settings that only this provider has.</summary>
    public IReadOnlyDictionary<string, string?> AdditionalConfig { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where people are sent to sign in, or null.</summary>
    public string? AuthorizationEndpoint { get; init; }

    /// <summary>Query parameters added to <see cref="AuthorizationEndpoint"/>; one with a null value is taken away.</summary>
    public IReadOnlyDictionary<string, string?> AuthorizationEndpointQueryParams { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where a code is exchanged for tokens, or null.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Body parameters added to the request to <see cref="TokenEndpoint"/>; one with a null value is taken away.</summary>
    public IReadOnlyDictionary<string, string?> TokenEndpointBodyParams { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where the user's data is read, or null.</summary>
    public string? UserInfoEndpoint { get; init; }

    /// <summary>Query parameters added to <see cref="UserInfoEndpoint"/>; one with a null value is taken away.</summary>
    public IReadOnlyDictionary<string, string?> UserInfoEndpointQueryParams { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Headers added to the request to <see cref="UserInfoEndpoint"/>; one with a null value is taken away.</summary>
    public IReadOnlyDictionary<string, string?> UserInfoEndpointHeaders { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where the provider's signing keys are, or null; then ID tokens are not looked at.</summary>
    public string? JwksUri { get; init; }

    /// <summary>Where the provider's OpenID Connect configuration is, or null.</summary>
    public string? OidcDiscoveryEndpoint { get; init; }

    /// <summary>The values of <c>iss</c> its ID tokens may have, <c>{tenantid}</c> in one standing for the token's <c>tid</c>. Empty when none is known: then <c>iss</c> is not looked at.</summary>
    public ImmutableArray<string> Issuers { get; init; } = [];

    /// <summary>The methods for PKCE the provider knows, such as <c>S256</c>; null when it does not say.</summary>
    public ImmutableArray<string>? CodeChallengeMethodsSupported { get; init; }

    /// <summary>Which fields of the provider's answers hold the user's id and address.</summary>
    public UserInfoMap UserInfoMap { get; init; } = new();

    /// <summary>Whether a user without an address is refused; null means true.</summary>
    public bool? RequireEmail { get; init; }

    /// <summary>Checks the claims of an ID token, and refuses who has none; or null.</summary>
    public Func<JsonObject, ThirdPartyProviderConfig, CancellationToken, ValueTask<bool>>? ValidateIdTokenPayload { get; init; }

    /// <summary>Checks an access token, or null.</summary>
    public Func<string, ThirdPartyProviderConfig, CancellationToken, ValueTask<bool>>? ValidateAccessToken { get; init; }

    /// <summary>Makes up an address from a user id and a tenant, or null for the usual one.</summary>
    public Func<string, string, CancellationToken, ValueTask<string>>? GenerateFakeEmail { get; init; }

    /// <summary>Names the provider; secrets stay out of logs.</summary>
    /// <returns>The provider's id and the client's type.</returns>
    public override string ToString() => $"{ThirdPartyId} ({ClientType ?? "any"})";
}
