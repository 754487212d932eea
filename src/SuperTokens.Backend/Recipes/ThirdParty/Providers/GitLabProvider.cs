namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>GitLab: OpenID Connect, on gitlab.com or an own server.</summary>
internal sealed class GitLabProvider : ProviderRules
{
    public override string Id => BuiltInProviders.GitLab;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Gitlab",
        Scope = ScopeOr(config, "openid", "email"),
        OidcDiscoveryEndpoint = WellKnownOfDomain(Additional(config, "gitlabBaseUrl")) ?? WellKnown(config.OidcDiscoveryEndpoint) ?? "https://gitlab.com/.well-known/openid-configuration",
    };
}
