namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Discord: OAuth 2 with a user-info endpoint.</summary>
internal sealed class DiscordProvider : ProviderRules
{
    public override string Id => BuiltInProviders.Discord;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Discord",
        Scope = ScopeOr(config, "identify", "email"),
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://discord.com/oauth2/authorize",
        TokenEndpoint = config.TokenEndpoint ?? "https://discord.com/api/oauth2/token",
        UserInfoEndpoint = config.UserInfoEndpoint ?? "https://discord.com/api/users/@me",
        UserInfoMap = Map(config, new() { UserId = "id", EmailVerified = "verified" }, new() { EmailVerified = "" }),
    };

    public override async Task<bool?> IsOwnAccessTokenAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
        => UserInfoReader.Text(await GetAsync(config, "https://discord.com/api/oauth2/@me", [], accessToken, tools, cancellationToken), "application.id") == config.ClientId;
}
