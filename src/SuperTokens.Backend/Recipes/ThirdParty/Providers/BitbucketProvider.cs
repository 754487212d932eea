using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Bitbucket: OAuth 2, with the addresses at an endpoint of their own.</summary>
internal sealed class BitbucketProvider : ProviderRules
{
    private const string UserEndpoint = "https://api.bitbucket.org/2.0/user";

    public override string Id => BuiltInProviders.Bitbucket;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Bitbucket",
        Scope = ScopeOr(config, "account", "email"),
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://bitbucket.org/site/oauth2/authorize",
        TokenEndpoint = config.TokenEndpoint ?? "https://bitbucket.org/site/oauth2/access_token",
        UserInfoEndpoint = config.UserInfoEndpoint ?? UserEndpoint,
        AuthorizationEndpointQueryParams = config.AuthorizationEndpointQueryParams.Count > 0
            ? config.AuthorizationEndpointQueryParams
            : UrlQuery.Merge([new("audience", "api.atlassian.com")], []),
    };

    public override async Task<JsonObject> ReadUserAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        var user = await base.ReadUserAsync(config, accessToken, tools, cancellationToken);
        user["email"] = await GetAsync(config, config.UserInfoEndpoint + "/emails", [], accessToken, tools, cancellationToken);
        return user;
    }

    public override ThirdPartyUserInfo FindUser(ThirdPartyProviderConfig config, RawUserInfo raw, OAuthTokens tokens)
    {
        var primary = (raw.FromUserInfoApi["email"]?["values"] as JsonArray)?.FirstOrDefault(one => UserInfoReader.IsTrue((one as JsonObject)?["is_primary"]));
        return UserInfoReader.User(
            config, UserInfoReader.Text(raw.FromUserInfoApi, "uuid"), UserInfoReader.Text(primary, "email"), UserInfoReader.IsTrue(primary?["is_confirmed"]), raw);
    }
}
