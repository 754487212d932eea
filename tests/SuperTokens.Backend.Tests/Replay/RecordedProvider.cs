using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>The recorder's OpenID Connect provider: it gives the recorded answers, and checks that it is asked as it was.</summary>
internal sealed class RecordedProvider(RecordedFlow flow) : HttpMessageHandler
{
    private const string Address = "http://127.0.0.1:4100";

    private readonly IReadOnlyList<(RecordedMessage Request, RecordedMessage Response)> _exchanges =
        [.. (flow.Json["idpExchanges"]?.AsArray() ?? []).Select(exchange => (new RecordedMessage(exchange!["request"]!.AsObject()), new RecordedMessage(exchange["response"]!.AsObject())))];

    /// <summary>What it was asked that the flow has no answer for.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Adds the recorder's providers.</summary>
    /// <param name="options">The options.</param>
    public static void Configure(ThirdPartyOptions options)
    {
        options.Providers["local-oidc"] = new() { Name = "Local OIDC", ClientId = "peer-client", ClientSecret = "peer-secret", Scope = { "openid", "email" }, OidcDiscoveryEndpoint = Address + "/.well-known/openid-configuration" };
        options.Providers["local-pkce"] = new() { Name = "Local PKCE", ClientId = "peer-client-pkce", ForcePkce = true, Scope = { "openid", "email" }, OidcDiscoveryEndpoint = Address + "/.well-known/openid-configuration" };
        options.Providers["local-oauth2"] = WithoutDiscovery("Local OAuth2", "/userinfo", "profile", "mail");
        options.Providers["local-oauth2"].UserInfoMap.FromUserInfoApi = new() { UserId = "id", Email = "mail", EmailVerified = "mail_ok" };
        options.Providers["local-noemail"] = WithoutDiscovery("Local no e-mail", "/userinfo-noemail", "profile");
        options.Providers["local-noemail"].UserInfoMap.FromUserInfoApi = new() { UserId = "id" };
        options.Providers["local-noemail"].RequireEmail = false;
        options.Providers["local-emailrequired"] = WithoutDiscovery("Local e-mail required", "/userinfo-noemail", "profile");
        options.Providers["local-emailrequired"].UserInfoMap.FromUserInfoApi = new() { UserId = "id" };
        options.Providers[BuiltInProviders.GitHub] = new() { ClientId = "gh-client-id", ClientSecret = "gh-client-secret" };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var authorization = request.Headers.Authorization?.ToString();
        foreach (var (recorded, response) in _exchanges)
        {
            if (request.RequestUri!.GetLeftPart(UriPartial.Authority) == Address
                && recorded.Method == request.Method.Method
                && recorded.Path == request.RequestUri.PathAndQuery
                && (string?)recorded.Json["body"] == body
                && recorded.Header("authorization") == authorization)
            {
                return new HttpResponseMessage((HttpStatusCode)response.Status) { Content = new StringContent(response.Body!.ToJsonString(), Encoding.UTF8, "application/json") };
            }
        }

        lock (Unknown)
        {
            Unknown.Add($"asked of the provider: {request.Method} {request.RequestUri} {body}");
        }

        return new HttpResponseMessage(HttpStatusCode.NotImplemented);
    }

    private static ThirdPartyProviderOptions WithoutDiscovery(string name, string userInfo, params string[] scope)
    {
        var provider = new ThirdPartyProviderOptions
        {
            Name = name,
            ClientId = "peer-client",
            ClientSecret = "peer-secret",
            AuthorizationEndpoint = Address + "/authorize",
            TokenEndpoint = Address + "/token-plain",
            UserInfoEndpoint = Address + userInfo,
        };
        foreach (var one in scope)
        {
            provider.Scope.Add(one);
        }

        return provider;
    }
}
