using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokensApp._1.Tests;

/// <summary>A provider that is never called: the code that people come back with is their address, and what it says is believed.</summary>
public sealed class FakeProvider(IThirdPartyProvider inner) : DelegatingThirdPartyProvider(inner)
{
    public const string ProviderId = "fake";

    public static void AddTo(ThirdPartyOptions options) => options.Providers[ProviderId] = new ThirdPartyProviderOptions
    {
        ClientId = "client",
        ClientSecret = "not a secret",
        AuthorizationEndpoint = "https://provider.example.com/authorize",
        TokenEndpoint = "https://provider.example.com/token",
        UserInfoEndpoint = "https://provider.example.com/userinfo",
        IncludeInNonPublicTenantsByDefault = true,
        Override = provider => new FakeProvider(provider),
    };

    public override Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(
        RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
        => Task.FromResult(new OAuthTokens(new JsonObject { ["access_token"] = redirectUriInfo.RedirectUriQueryParams["code"]?.GetValue<string>() }));

    public override Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
        => Task.FromResult(new ThirdPartyUserInfo(
            $"id of {oAuthTokens.AccessToken}", new ThirdPartyEmail(oAuthTokens.AccessToken!, IsVerified: true), new RawUserInfo([], [])));
}
