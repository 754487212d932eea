using System.Text.Json.Nodes;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Saml;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Signs people in with SAML. The core knows who they are; what the browser brings is a code that it exchanges once.</summary>
internal sealed class CoreSamlProvider(ThirdPartyProviderConfig config, ISamlRecipe saml, SuperTokensAppInfo appInfo) : IThirdPartyProvider
{
    public string Id => config.ThirdPartyId;

    public ThirdPartyProviderConfig Config => config;

    // FDI: the frontend adds its state, and goes to the SAML recipe's own endpoint.
    public Task<AuthorisationRedirect> GetAuthorisationRedirectUrlAsync(string redirectUriOnProviderDashboard, string tenantId, CancellationToken cancellationToken = default)
    {
        var query = UrlQuery.Encode([new("client_id", config.ClientId), new("redirect_uri", redirectUriOnProviderDashboard)]);
        return Task.FromResult(new AuthorisationRedirect($"{appInfo.ApiDomain}{appInfo.ApiBasePath}/{tenantId}{SamlEndpoints.LoginPath}?{query}", null));
    }

    // As in supertokens-node, the code takes the access token's place.
    public Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirectUriInfo);
        var code = UserInfoReader.Text(redirectUriInfo.RedirectUriQueryParams, "code") ?? throw new BadInputException("Please provide the code in redirectURIQueryParams");
        return Task.FromResult(new OAuthTokens(new JsonObject { ["access_token"] = code }));
    }

    public async Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(oAuthTokens);
        var code = oAuthTokens.AccessToken ?? throw new BadInputException("Please provide the access_token in oAuthTokens");
        return await saml.GetUserInfoAsync(tenantId, code, config.ClientId, cancellationToken) switch
        {
            GetSamlUserInfoResult.Ok ok => UserInfoReader.User(config, ok.Sub, ok.Email, isVerified: true, new RawUserInfo([], Raw(ok))),
            GetSamlUserInfoResult.InvalidToken => throw new ThirdPartyProviderException($"The code for the provider {Id} is unknown, used, expired, or of another client."),
            var other => throw new InvalidOperationException($"{other?.GetType().Name ?? "null"} is no result of {nameof(ISamlRecipe)}."),
        };
    }

    private static JsonObject Raw(GetSamlUserInfoResult.Ok user) => new() { ["sub"] = user.Sub, ["email"] = user.Email, ["claims"] = user.Claims.DeepClone() };
}
