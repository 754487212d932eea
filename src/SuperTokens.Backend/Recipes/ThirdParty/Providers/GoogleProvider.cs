using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Google: OpenID Connect.</summary>
internal sealed class GoogleProvider : ProviderRules
{
    private const string DiscoveryEndpoint = "https://accounts.google.com/.well-known/openid-configuration";

    // Google's documentation names both.
    private static readonly ImmutableArray<string> KnownIssuers = ["https://accounts.google.com", "accounts.google.com"];

    public override string Id => BuiltInProviders.Google;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => CompleteAs(config, "Google");

    /// <summary>Fills in what is known of Google under any name.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="name">The name people see.</param>
    /// <returns>The completed settings.</returns>
    public static ThirdPartyProviderConfig CompleteAs(ThirdPartyProviderConfig config, string name)
    {
        var discovery = WellKnown(config.OidcDiscoveryEndpoint) ?? DiscoveryEndpoint;
        return config with
        {
            Name = config.Name ?? name,
            Scope = ScopeOr(config, "openid", "email"),
            OidcDiscoveryEndpoint = discovery,
            Issuers = config.Issuers.IsEmpty && discovery == DiscoveryEndpoint ? KnownIssuers : config.Issuers,
            AuthorizationEndpointQueryParams = UrlQuery.Merge(
                [new("included_grant_scopes", "true"), new("access_type", "offline")],
                config.AuthorizationEndpointQueryParams),
        };
    }
}
