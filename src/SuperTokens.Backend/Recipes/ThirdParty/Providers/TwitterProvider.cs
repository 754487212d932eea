using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Twitter (X): OAuth 2 with PKCE, the client's secret in a header, and no addresses.</summary>
internal sealed class TwitterProvider : ProviderRules
{
    public override string Id => BuiltInProviders.Twitter;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config with
    {
        Name = config.Name ?? "Twitter",
        Scope = ScopeOr(config, "users.read", "tweet.read"),
        ForcePkce = config.ForcePkce ?? true,
        RequireEmail = config.RequireEmail ?? false,
        AuthorizationEndpoint = config.AuthorizationEndpoint ?? "https://twitter.com/i/oauth2/authorize",
        TokenEndpoint = config.TokenEndpoint ?? "https://api.twitter.com/2/oauth2/token",
        UserInfoEndpoint = config.UserInfoEndpoint ?? "https://api.twitter.com/2/users/me",
        UserInfoMap = Map(config, new() { UserId = "data.id" }),
    };

    // PKCE comes with every client here, a confidential one included.
    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config) => base.Missing(config with { ForcePkce = false });

    public override Task<JsonObject> ExchangeAsync(ThirdPartyProviderConfig config, RedirectUriInfo info, ProviderTools tools, CancellationToken cancellationToken)
    {
        var fields = CodeExchange.Fields(config, info).Where(field => field.Key != "client_secret");
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{config.ClientId}:{config.ClientSecret}"));
        return CodeExchange.SendAsync(config, fields, [new("Authorization", $"Basic {credentials}")], tools, cancellationToken);
    }
}
