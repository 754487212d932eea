using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>GitHub: OAuth 2, with the addresses at an endpoint of their own.</summary>
internal sealed class GitHubProvider : ProviderRules
{
    private const string Api = "https://api.github.com";
    private const string User = "/user";

    public override string Id => BuiltInProviders.GitHub;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Github",
        Scope = ScopeOr(config, "read:user", "user:email"),
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://github.com/login/oauth/authorize",
        TokenEndpoint = config.TokenEndpoint ?? "https://github.com/login/oauth/access_token",
        UserInfoEndpoint = config.UserInfoEndpoint ?? Api + User,
        UserInfoEndpointHeaders = UrlQuery.Merge(
            [new("Accept", "application/vnd.github.v3+json"), new("User-Agent", "SuperTokens.Backend")],
            config.UserInfoEndpointHeaders),
    };

    public override async Task<bool?> IsOwnAccessTokenAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        // A server of one's own has both below one address; its secrets are not for github.com.
        if (config.UserInfoEndpoint?.EndsWith(User, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var api = config.UserInfoEndpoint[..^User.Length];
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{config.ClientId}:{config.ClientSecret}"));
        using var body = ProviderHttp.JsonBody(new JsonObject { ["access_token"] = accessToken });
        var headers = UrlQuery.Merge(config.UserInfoEndpointHeaders, [new("Authorization", $"Basic {credentials}")]);
        var answer = await tools.Http.PostAsync(config.ThirdPartyId, $"{api}/applications/{Uri.EscapeDataString(config.ClientId)}/token", body, headers, cancellationToken);
        return UserInfoReader.Text(answer, "app.client_id") == config.ClientId;
    }

    public override async Task<JsonObject> ReadUserAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        var headers = UrlQuery.Merge([new("Authorization", $"Bearer {accessToken}")], config.UserInfoEndpointHeaders);
        return new JsonObject
        {
            ["emails"] = await tools.Http.GetAsync(config.ThirdPartyId, config.UserInfoEndpoint + "/emails", [], headers, cancellationToken),
            ["user"] = await GetAsync(config, config.UserInfoEndpoint!, config.UserInfoEndpointQueryParams, accessToken, tools, cancellationToken),
        };
    }

    public override ThirdPartyUserInfo FindUser(ThirdPartyProviderConfig config, RawUserInfo raw, OAuthTokens tokens)
    {
        var primary = (raw.FromUserInfoApi["emails"] as JsonArray)?.FirstOrDefault(one => UserInfoReader.IsTrue((one as JsonObject)?["primary"]));
        return UserInfoReader.User(
            config, UserInfoReader.Text(raw.FromUserInfoApi, "user.id"), UserInfoReader.Text(primary, "email"), UserInfoReader.IsTrue(primary?["verified"]), raw);
    }
}
