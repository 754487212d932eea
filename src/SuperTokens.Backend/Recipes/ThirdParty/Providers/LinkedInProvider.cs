namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>LinkedIn: OpenID Connect, read through its user-info endpoint.</summary>
internal sealed class LinkedInProvider : ProviderRules
{
    public override string Id => BuiltInProviders.LinkedIn;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "LinkedIn",
        Scope = ScopeOr(config, "openid", "profile", "email"),
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://www.linkedin.com/oauth/v2/authorization",
        TokenEndpoint = config.TokenEndpoint ?? "https://www.linkedin.com/oauth/v2/accessToken",
        UserInfoEndpoint = config.UserInfoEndpoint ?? "https://api.linkedin.com/v2/userinfo",
        UserInfoMap = Map(config, new(), new() { EmailVerified = "" }),
    };
}
