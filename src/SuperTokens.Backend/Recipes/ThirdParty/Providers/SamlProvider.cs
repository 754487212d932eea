namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>SAML, which the core speaks with the identity provider of the client.</summary>
internal sealed class SamlProvider : ProviderRules
{
    public override string Id => BuiltInProviders.Saml;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with { Name = config.Name ?? "SAML" };

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config) => string.IsNullOrWhiteSpace(config.ClientId) ? ["ClientId"] : [];

    public override IThirdPartyProvider? Create(ThirdPartyProviderConfig config, ProviderTools tools)
        => tools.Saml is { } saml ? new CoreSamlProvider(config, saml, tools.AppInfo) : null;
}
