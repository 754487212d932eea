using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>What is particular about each built-in provider.</summary>
public sealed class BuiltInProviderTests
{
    private const string Google = "https://accounts.google.com/.well-known/openid-configuration";

    [Theory]
    [InlineData("github", "https://github.com/login/oauth/authorize", "read:user user:email", "Github")]
    [InlineData("discord", "https://discord.com/oauth2/authorize", "identify email", "Discord")]
    [InlineData("facebook", "https://www.facebook.com/v12.0/dialog/oauth", "email", "Facebook")]
    [InlineData("bitbucket", "https://bitbucket.org/site/oauth2/authorize", "account email", "Bitbucket")]
    [InlineData("linkedin", "https://www.linkedin.com/oauth/v2/authorization", "openid profile email", "LinkedIn")]
    [InlineData("twitter", "https://twitter.com/i/oauth2/authorize", "users.read tweet.read", "Twitter")]
    [InlineData("boxy-saml", "https://boxy.example/api/oauth/authorize", null, "SAML")]
    [InlineData("google", FakeInternet.Issuer + "/authorize", "openid email", "Google")]
    [InlineData("google-workspaces", FakeInternet.Issuer + "/authorize", "openid email", "Google Workspaces")]
    [InlineData("google-staff", FakeInternet.Issuer + "/authorize", "openid email", "Google")]
    [InlineData("active-directory", FakeInternet.Issuer + "/authorize", "openid email", "Active Directory")]
    [InlineData("okta", FakeInternet.Issuer + "/authorize", "openid email", "Okta")]
    [InlineData("gitlab", FakeInternet.Issuer + "/authorize", "openid email", "Gitlab")]
    public async Task Address_scope_and_name_are_known(string id, string address, string? scope, string name)
    {
        var internet = new FakeInternet();
        foreach (var discovery in new[] { Google, "https://login.microsoftonline.com/the-directory/v2.0/.well-known/openid-configuration", "https://the.okta.example/.well-known/openid-configuration", "https://gitlab.com/.well-known/openid-configuration" })
        {
            internet.WithOpenId(discovery, []);
        }

        await using var app = await StartAsync(internet, id);

        var redirect = new Uri((string)(await GetAsync(app, $"/auth/authorisationurl?thirdPartyId={id}&redirectURIOnProviderDashboard=https%3A%2F%2Fa.example"))["urlWithQueryParams"]!);
        var offered = (await GetAsync(app, "/auth/loginmethods"))["thirdParty"]!["providers"]![0]!;

        Assert.Equal(address, redirect.GetLeftPart(UriPartial.Path));
        Assert.Equal(scope, HttpUtility.ParseQueryString(redirect.Query)["scope"]);
        Assert.Equal("the-client", HttpUtility.ParseQueryString(redirect.Query)["client_id"]);
        Assert.Equal(id, (string?)offered["id"]);
        Assert.Equal(name, (string?)offered["name"]);
    }

    [Fact]
    public async Task GitHub_is_asked_for_the_primary_address()
    {
        var internet = new FakeInternet()
            .At("POST https://github.com/login/oauth/access_token", """{"access_token":"the-token"}""")
            .At("GET https://api.github.com/user", """{"id":583231,"login":"ann"}""")
            .At("GET https://api.github.com/user/emails", """[{"email":"old@example.com","primary":false,"verified":true},{"email":"ann@example.com","primary":true,"verified":true}]""");

        await AssertSignedInAsync(internet, "github", "583231", "ann@example.com", verified: true);

        Assert.All(internet.Requests.Where(asked => asked.Request.RequestUri!.Host == "api.github.com"), asked => Assert.Equal("Bearer the-token", asked.Request.Headers.Authorization!.ToString()));
    }

    [Theory]
    [InlineData("the-client", HttpStatusCode.OK)]
    [InlineData("another-client", HttpStatusCode.InternalServerError)]
    public async Task GitHub_is_asked_for_which_app_a_frontend_s_access_token_was_made(string client, HttpStatusCode status)
    {
        var internet = new FakeInternet()
            .At("POST https://api.github.com/applications/the-client/token", $$$"""{"app":{"client_id":"{{{client}}}"}}""")
            .At("GET https://api.github.com/user", """{"id":583231}""")
            .At("GET https://api.github.com/user/emails", """[{"email":"ann@example.com","primary":true,"verified":true}]""");
        await using var app = await StartAsync(internet, "github");

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", JsonNode.Parse("""{"thirdPartyId":"github","oAuthTokens":{"access_token":"the-token"}}"""));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("Basic " + Convert.ToBase64String("the-client:the-secret"u8), internet.Requests[0].Request.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData("https://github.corp.example/api/v3/user", HttpStatusCode.OK)]
    [InlineData("https://github.corp.example/api/v3/me", HttpStatusCode.BadRequest)]
    public async Task Secrets_for_a_GitHub_of_one_s_own_do_not_go_to_github_com(string userInfo, HttpStatusCode status)
    {
        var internet = new FakeInternet()
            .At("POST https://github.corp.example/api/v3/applications/the-client/token", """{"app":{"client_id":"the-client"}}""")
            .At("GET https://github.corp.example/api/v3/user", """{"id":583231}""")
            .At("GET https://github.corp.example/api/v3/user/emails", """[{"email":"ann@example.com","primary":true,"verified":true}]""");
        await using var app = await StartAsync(internet, "github-corp", provider => provider.UserInfoEndpoint = userInfo);

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", JsonNode.Parse("""{"thirdPartyId":"github-corp","oAuthTokens":{"access_token":"the-token"}}"""));

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(internet.Requests, asked => asked.Request.RequestUri!.Host == "api.github.com");
    }

    [Fact]
    public async Task Facebook_is_asked_for_the_fields_of_the_scopes()
    {
        var internet = new FakeInternet()
            .At("POST https://graph.facebook.com/v12.0/oauth/access_token", """{"access_token":"the-token"}""")
            .At("GET https://graph.facebook.com/me", """{"id":"1234","email":"ann@example.com"}""");

        await AssertSignedInAsync(internet, "facebook", "1234", "ann@example.com", verified: false);

        Assert.Equal("?fields=id%2Cemail&format=json", internet.Requests[^1].Request.RequestUri!.Query);
    }

    [Theory]
    [InlineData("the-client", true, HttpStatusCode.OK)]
    [InlineData("another", true, HttpStatusCode.InternalServerError)]
    [InlineData("the-client", false, HttpStatusCode.InternalServerError)]
    public async Task Facebook_is_asked_for_which_app_a_frontend_s_access_token_was_made(string client, bool isValid, HttpStatusCode status)
    {
        var internet = new FakeInternet()
            .At("GET https://graph.facebook.com/debug_token", $$$"""{"data":{"app_id":"{{{client}}}","is_valid":{{{(isValid ? "true" : "false")}}}}}""")
            .At("GET https://graph.facebook.com/me", """{"id":"1234","email":"ann@example.com"}""");
        await using var app = await StartAsync(internet, "facebook");

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", JsonNode.Parse("""{"thirdPartyId":"facebook","oAuthTokens":{"access_token":"the-token"}}"""));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("the-client", HttpStatusCode.OK)]
    [InlineData("another", HttpStatusCode.InternalServerError)]
    public async Task Discord_is_asked_for_which_app_a_frontend_s_access_token_was_made(string client, HttpStatusCode status)
    {
        var internet = new FakeInternet()
            .At("GET https://discord.com/api/oauth2/@me", $$$"""{"application":{"id":"{{{client}}}"}}""")
            .At("GET https://discord.com/api/users/@me", """{"id":"80351110224678912","email":"ann@example.com","verified":true}""");
        await using var app = await StartAsync(internet, "discord");

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", JsonNode.Parse("""{"thirdPartyId":"discord","oAuthTokens":{"access_token":"the-token"}}"""));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public Task Discord_s_own_word_on_the_address_counts() => AssertSignedInAsync(
        new FakeInternet()
            .At("POST https://discord.com/api/oauth2/token", """{"access_token":"the-token"}""")
            .At("GET https://discord.com/api/users/@me", """{"id":"80351110224678912","email":"ann@example.com","verified":true}"""),
        "discord",
        "80351110224678912",
        "ann@example.com",
        verified: true);

    [Fact]
    public Task Bitbucket_is_asked_for_the_primary_address() => AssertSignedInAsync(
        new FakeInternet()
            .At("POST https://bitbucket.org/site/oauth2/access_token", """{"access_token":"the-token"}""")
            .At("GET https://api.bitbucket.org/2.0/user", """{"uuid":"{abc}"}""")
            .At("GET https://api.bitbucket.org/2.0/user/emails", """{"values":[{"email":"old@example.com","is_primary":false,"is_confirmed":true},{"email":"ann@example.com","is_primary":true,"is_confirmed":true}]}"""),
        "bitbucket",
        "{abc}",
        "ann@example.com",
        verified: true);

    [Fact]
    public Task LinkedIn_tells_the_user_by_its_user_info_endpoint() => AssertSignedInAsync(
        new FakeInternet()
            .At("POST https://www.linkedin.com/oauth/v2/accessToken", """{"access_token":"the-token","id_token":"not looked at"}""")
            .At("GET https://api.linkedin.com/v2/userinfo", """{"sub":"782bbtaQ","email":"ann@example.com","email_verified":true}"""),
        "linkedin",
        "782bbtaQ",
        "ann@example.com",
        verified: true);

    [Fact]
    public async Task Twitter_gets_PKCE_and_the_secret_in_a_header_and_gives_no_address()
    {
        var internet = new FakeInternet()
            .At("POST https://api.twitter.com/2/oauth2/token", """{"access_token":"the-token"}""")
            .At("GET https://api.twitter.com/2/users/me", """{"data":{"id":"2244994945"}}""");

        await AssertSignedInAsync(internet, "twitter", "2244994945", "2244994945.twitter@stfakeemail.supertokens.com", verified: true, verifier: "the-verifier");

        var (request, body) = internet.Requests[0];
        Assert.Equal("Basic " + Convert.ToBase64String("the-client:the-secret"u8), request.Headers.Authorization!.ToString());
        Assert.Contains("code_verifier=the-verifier", body, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public Task BoxySAML_tells_the_user_by_its_user_info_endpoint() => AssertSignedInAsync(
        new FakeInternet()
            .At("POST https://boxy.example/api/oauth/token", """{"access_token":"the-token"}""")
            .At("GET https://boxy.example/api/oauth/userinfo", """{"id":"saml-user","email":"ann@example.com"}"""),
        "boxy-saml",
        "saml-user",
        "ann@example.com",
        verified: false);

    [Theory]
    [InlineData("google", "https://accounts.google.com/.well-known/openid-configuration")]
    [InlineData("gitlab", "https://gitlab.com/.well-known/openid-configuration")]
    [InlineData("okta", "https://the.okta.example/.well-known/openid-configuration")]
    [InlineData("active-directory", "https://login.microsoftonline.com/the-directory/v2.0/.well-known/openid-configuration")]
    public Task OpenID_Connect_providers_tell_the_user_by_the_ID_token(string id, string discovery) => AssertSignedInAsync(
        new FakeInternet().WithOpenId(discovery, Claims(id == "google" ? "accounts.google.com" : FakeInternet.Issuer)),
        id,
        "user-1",
        "ann@example.com",
        verified: true);

    [Theory]
    [InlineData("https://login.example/{tenantid}/v2.0", "https://login.example/dir-1/v2.0", HttpStatusCode.OK)]
    [InlineData("https://login.example/{tenantid}/v2.0", "https://login.example/dir-2/v2.0", HttpStatusCode.InternalServerError)]
    public async Task Active_Directory_s_issuer_has_the_directory_of_the_token(string issuer, string actual, HttpStatusCode status)
    {
        var claims = Claims(actual);
        claims["tid"] = "dir-1";
        await using var app = await StartAsync(new FakeInternet().WithOpenId("https://login.microsoftonline.com/the-directory/v2.0/.well-known/openid-configuration", claims, issuer), "active-directory");

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", Body("active-directory"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("staff.example", "staff.example", HttpStatusCode.OK)]
    [InlineData("staff.example", "other.example", HttpStatusCode.InternalServerError)]
    [InlineData("staff.example", null, HttpStatusCode.InternalServerError)]
    [InlineData(null, "any.example", HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.InternalServerError)]
    public async Task Google_Workspaces_takes_members_of_the_organisation_alone(string? wanted, string? actual, HttpStatusCode status)
    {
        var claims = Claims("https://accounts.google.com");
        if (actual is not null)
        {
            claims["hd"] = actual;
        }

        await using var app = await StartAsync(new FakeInternet().WithOpenId(Google, claims), "google-workspaces", provider => provider.AdditionalConfig["hd"] = wanted);

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", Body("google-workspaces"));
        var redirect = new Uri((string)(await GetAsync(app, "/auth/authorisationurl?thirdPartyId=google-workspaces&redirectURIOnProviderDashboard=x"))["urlWithQueryParams"]!);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(wanted ?? "*", HttpUtility.ParseQueryString(redirect.Query)["hd"]);
    }

    [Fact]
    public async Task A_token_of_Google_from_another_issuer_signs_nobody_in()
    {
        await using var app = await StartAsync(new FakeInternet().WithOpenId(Google, Claims("https://evil.example"), "https://evil.example"), "google");

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", Body("google"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Parameters_and_headers_of_the_settings_go_over_the_known_ones()
    {
        var internet = new FakeInternet().WithOpenId(Google, Claims("https://accounts.google.com"));
        await using var app = await StartAsync(internet, "google", provider =>
        {
            provider.AuthorizationEndpointQueryParams["access_type"] = "online";
            provider.AuthorizationEndpointQueryParams["included_grant_scopes"] = null;
            provider.TokenEndpointBodyParams["audience"] = "an api";
            provider.TokenEndpointBodyParams["client_secret"] = null;
        });

        var redirect = new Uri((string)(await GetAsync(app, "/auth/authorisationurl?thirdPartyId=google&redirectURIOnProviderDashboard=x"))["urlWithQueryParams"]!);
        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", Body("google"));

        Assert.Equal("client_id redirect_uri response_type scope access_type", string.Join(' ', HttpUtility.ParseQueryString(redirect.Query).AllKeys));
        Assert.EndsWith("&audience=an+api", internet.Requests.Single(asked => asked.Request.Method == HttpMethod.Post).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", internet.Requests.Single(asked => asked.Request.Method == HttpMethod.Post).Body, StringComparison.Ordinal);
    }

    private static JsonObject Claims(string issuer) => new() { ["sub"] = "user-1", ["email"] = "ann@example.com", ["email_verified"] = true, ["iss"] = issuer };

    private static JsonObject Body(string id) => new()
    {
        ["thirdPartyId"] = id,
        ["redirectURIInfo"] = new JsonObject { ["redirectURIOnProviderDashboard"] = "https://a.example", ["redirectURIQueryParams"] = new JsonObject { ["code"] = "the-code" } },
    };

    private static Task<TestApp> StartAsync(FakeInternet internet, string id, Action<ThirdPartyProviderOptions>? configure = null) => TestApp.StartAsync(builder =>
    {
        builder.AddThirdParty(options =>
        {
            var provider = new ThirdPartyProviderOptions
            {
                ClientId = "the-client",
                ClientSecret = "the-secret",
                AdditionalConfig = { ["directoryId"] = "the-directory", ["oktaDomain"] = "the.okta.example", ["boxyURL"] = "https://boxy.example/" },
            };
            configure?.Invoke(provider);
            options.Providers[id] = provider;
        }).UseTestCore();
        builder.Services.AddHttpClient(ProviderHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => internet);
    });

    private static async Task<JsonNode> GetAsync(TestApp app, string path) => JsonNode.Parse(await app.CreateClient().GetStringAsync(path))!;

    private static async Task AssertSignedInAsync(FakeInternet internet, string id, string userId, string email, bool verified, string? verifier = null)
    {
        await using var app = await StartAsync(internet, id);
        var body = Body(id);
        if (verifier is not null)
        {
            body["redirectURIInfo"]!["pkceCodeVerifier"] = verifier;
        }

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        var method = (await ThirdPartyApp.ReadAsync(answer))["user"]!["loginMethods"]![0]!;
        Assert.Equal(id, (string?)method["thirdParty"]!["id"]);
        Assert.Equal(userId, (string?)method["thirdParty"]!["userId"]);
        Assert.Equal(email, (string?)method["email"]);
        Assert.Equal(verified, (bool)method["verified"]!);
    }
}
