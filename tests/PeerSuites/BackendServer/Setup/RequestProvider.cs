using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

/// <summary>The suite's providers: they believe whatever the request says of the user.</summary>
internal sealed class RequestProvider(IThirdPartyProvider inner, string source) : DelegatingThirdPartyProvider(inner)
{
    private readonly string _function = source[..source.IndexOf(':', StringComparison.Ordinal)].Split('.')[^2];

    public override Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
        => Task.FromResult(new OAuthTokens(redirectUriInfo.RedirectUriQueryParams));

    public override Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
    {
        var said = oAuthTokens.Json;
        var (id, email, isVerified) = _function switch
        {
            "custom-ev" => (said.Text("userId") ?? "user", said.Text("email") ?? "email@test.com", true),
            "custom-no-ev" => (said.Text("userId") ?? "user", said.Text("email") ?? "email@test.com", false),
            "custom2" => ("custom2" + said.Text("email"), said.Text("email"), true),
            "custom3" => (said.Text("email")!, said.Text("email"), true),
            _ when said.ContainsKey("error") => throw new InvalidOperationException("Credentials error"),
            _ => (said.Text("userId") ?? "userId", said.Text("email"), said.Says("isVerified")),
        };
        return Task.FromResult(new ThirdPartyUserInfo(id, email is null ? null : new ThirdPartyEmail(email, isVerified), new RawUserInfo([], [])));
    }
}
