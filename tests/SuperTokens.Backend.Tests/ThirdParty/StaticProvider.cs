using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>A provider without a network: whoever comes with a code is one user.</summary>
internal sealed class StaticProvider(IThirdPartyProvider inner) : DelegatingThirdPartyProvider(inner)
{
    public const string UserId = "static-user";
    public const string Email = "static@provider.example";

    public static JsonObject Body => new()
    {
        ["thirdPartyId"] = BuiltInProviders.GitHub,
        ["redirectURIInfo"] = new JsonObject
        {
            ["redirectURIOnProviderDashboard"] = "http://localhost:3000/auth/callback/github",
            ["redirectURIQueryParams"] = new JsonObject { ["code"] = "a-code" },
        },
    };

    public static void Configure(ThirdPartyOptions options) => options.Providers[BuiltInProviders.GitHub] = new()
    {
        ClientId = "static-client",
        ClientSecret = "static-secret",
        Override = original => new StaticProvider(original),
    };

    public override Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
        => Task.FromResult(new OAuthTokens(new JsonObject { ["access_token"] = "static-token" }));

    public override Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
        => Task.FromResult(new ThirdPartyUserInfo(UserId, new ThirdPartyEmail(Email, IsVerified: true), new RawUserInfo([], new JsonObject { ["name"] = "only-the-provider-knows" })));
}
