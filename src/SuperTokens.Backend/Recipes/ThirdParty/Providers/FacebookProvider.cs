using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Facebook: OAuth 2, with the fields that the scopes allow asked for one by one.</summary>
internal sealed class FacebookProvider : ProviderRules
{
    private const string Graph = "https://graph.facebook.com";

    public override string Id => BuiltInProviders.Facebook;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Facebook",
        Scope = ScopeOr(config, "email"),
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://www.facebook.com/v12.0/dialog/oauth",
        TokenEndpoint = config.TokenEndpoint ?? Graph + "/v12.0/oauth/access_token",
        UserInfoEndpoint = config.UserInfoEndpoint ?? Graph + "/me",
        UserInfoMap = Map(config, new() { UserId = "id" }),
    };

    public override async Task<bool?> IsOwnAccessTokenAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        var answer = await tools.Http.GetAsync(
            config.ThirdPartyId,
            Graph + "/debug_token",
            [new("input_token", accessToken), new("access_token", $"{config.ClientId}|{config.ClientSecret}")],
            [],
            cancellationToken);
        var data = (answer as JsonObject)?["data"] as JsonObject;
        return UserInfoReader.IsTrue(data?["is_valid"]) && UserInfoReader.Text(data, "app_id") == config.ClientId;
    }

    public override async Task<JsonObject> ReadUserAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        var fields = string.Join(',', (config.Scope ?? []).SelectMany(FieldsOf));
        var query = UrlQuery.Merge([new("fields", fields.Length == 0 ? "id,email" : fields), new("format", "json")], config.UserInfoEndpointQueryParams);
        return await GetAsync(config, config.UserInfoEndpoint!, query, accessToken, tools, cancellationToken);
    }

    private static string[] FieldsOf(string scope) => scope switch
    {
        "public_profile" => ["first_name", "last_name", "middle_name", "name", "name_format", "picture", "short_name"],
        "email" => ["id", "email"],
        "user_birthday" or "user_videos" or "user_posts" or "user_photos" or "user_location" or "user_link" or "user_likes"
            or "user_hometown" or "user_gender" or "user_friends" or "user_age_range" => [scope["user_".Length..]],
        _ => [],
    };
}
