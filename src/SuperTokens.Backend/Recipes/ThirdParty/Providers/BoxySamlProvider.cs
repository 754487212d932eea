namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>SAML through a BoxyHQ server, which speaks OAuth 2 to apps.</summary>
internal sealed class BoxySamlProvider : ProviderRules
{
    public override string Id => BuiltInProviders.BoxySaml;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "SAML",
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? At(config, "/api/oauth/authorize"),
        TokenEndpoint = config.TokenEndpoint ?? At(config, "/api/oauth/token"),
        UserInfoEndpoint = config.UserInfoEndpoint ?? At(config, "/api/oauth/userinfo"),
        UserInfoMap = Map(config, new() { UserId = "id" }),
    };

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config)
        => config is { AuthorizationEndpoint: not null, TokenEndpoint: not null, UserInfoEndpoint: not null } ? base.Missing(config) : base.Missing(config).Append("AdditionalConfig:boxyURL");

    private static string? At(ThirdPartyProviderConfig config, string path) => Additional(config, "boxyURL") is { } server ? server.TrimEnd('/') + path : null;
}
