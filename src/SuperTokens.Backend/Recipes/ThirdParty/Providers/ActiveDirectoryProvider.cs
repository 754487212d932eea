namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Microsoft Entra ID, a directory (tenant) of its own for each app.</summary>
internal sealed class ActiveDirectoryProvider : ProviderRules
{
    public override string Id => BuiltInProviders.ActiveDirectory;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Active Directory",
        Scope = ScopeOr(config, "openid", "email"),
        OidcDiscoveryEndpoint = Additional(config, "directoryId") is { } directory
            ? $"https://login.microsoftonline.com/{Uri.EscapeDataString(directory)}/v2.0/.well-known/openid-configuration"
            : WellKnown(config.OidcDiscoveryEndpoint),
    };

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config)
        => config.OidcDiscoveryEndpoint is null ? base.Missing(config).Append("AdditionalConfig:directoryId") : base.Missing(config);
}
