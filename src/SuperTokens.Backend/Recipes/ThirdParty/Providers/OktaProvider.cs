namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Okta: OpenID Connect on a domain of the customer.</summary>
internal sealed class OktaProvider : ProviderRules
{
    public override string Id => BuiltInProviders.Okta;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Okta",
        Scope = ScopeOr(config, "openid", "email"),
        OidcDiscoveryEndpoint = WellKnownOfDomain(Additional(config, "oktaDomain")) ?? WellKnown(config.OidcDiscoveryEndpoint),
    };

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config)
        => config.OidcDiscoveryEndpoint is null ? base.Missing(config).Append("AdditionalConfig:oktaDomain") : base.Missing(config);
}
