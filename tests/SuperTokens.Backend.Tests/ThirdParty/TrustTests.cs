using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>Whom the app believes what: a tenant's provider for that tenant, a checked ID token, an address's own verification.</summary>
public sealed class TrustTests
{
    [Theory]
    [InlineData("1.17", null)]
    [InlineData("3.0", null)]
    [InlineData("4.2", true)]
    public async Task A_tenant_s_provider_signs_nobody_in_to_the_tenant_of_a_session(string fdiVersion, bool? link)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await using var evil = await OpenIdProvider.StartAsync();
        evil.Time = app.App.Time;
        evil.Users.Add(new ProviderUser("victim", "victim@provider.example"));
        app.Provider.Users.Add(new ProviderUser("victim", "victim@provider.example"));
        var victim = (string)(await app.SignedInAsync("victim"))["user"]!["id"]!;
        using var own = await app.SignInUpAsync("user-1");
        var accessToken = own.Headers.GetValues("st-access-token").Single();
        await SetAsync(app, "evil", new TenantProvider
        {
            ThirdPartyId = ThirdPartyApp.ProviderId,
            OidcDiscoveryEndpoint = evil.DiscoveryEndpoint,
            Clients = [new TenantProviderClient { ClientId = OpenIdProvider.ClientId, ClientSecret = OpenIdProvider.ClientSecret }],
        });
        var body = new JsonObject { ["thirdPartyId"] = ThirdPartyApp.ProviderId, ["oAuthTokens"] = evil.IssueTokens("victim") };
        if (link is not null)
        {
            body["shouldTryLinkingWithSessionUser"] = link;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/evil/signinup") { Content = JsonContent.Create(body) };
        request.Headers.Add("fdi-version", fdiVersion);
        request.Headers.Add("Authorization", "Bearer " + accessToken);
        using var answer = await app.Client.SendAsync(request);

        Assert.DoesNotContain(victim, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.False(answer.Headers.Contains("st-access-token"));
    }

    [Fact]
    public async Task The_app_s_secret_does_not_go_to_a_tenant_s_own_token_endpoint()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await using var evil = await OpenIdProvider.StartAsync();
        await SetAsync(app, "evil", new TenantProvider
        {
            ThirdPartyId = ThirdPartyApp.ProviderId,
            OidcDiscoveryEndpoint = evil.DiscoveryEndpoint,
            Clients = [new TenantProviderClient { ClientType = "web", ClientId = "x", ClientSecret = "y" }],
        });
        var body = await app.ComeBackAsync();

        using var answer = await app.Client.PostAsJsonAsync("/auth/evil/signinup", body);

        Assert.DoesNotContain(evil.LastTokenRequest, field => field.Value == OpenIdProvider.ClientSecret);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Google_Workspaces_takes_nobody_without_an_ID_token_that_names_the_organisation(bool fromFrontend)
    {
        var internet = new FakeInternet()
            .WithOpenId("https://accounts.google.com/.well-known/openid-configuration", [])
            .At($"POST {FakeInternet.Issuer}/token", """{"access_token":"the-token"}""")
            .At($"GET {FakeInternet.Issuer}/userinfo", """{"sub":"eve","email":"eve@gmail.example","email_verified":true}""");
        await using var app = await TestApp.StartAsync(builder =>
        {
            builder.AddThirdParty(options => options.Providers[BuiltInProviders.GoogleWorkspaces] = new()
            {
                ClientId = "the-client",
                ClientSecret = "the-secret",
                AdditionalConfig = { ["hd"] = "staff.example" },
                UserInfoEndpoint = FakeInternet.Issuer + "/userinfo",
                ValidateAccessToken = (_, _, _) => new(true),
            }).UseTestCore();
            builder.Services.AddHttpClient(ProviderHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => internet);
        });
        var body = new JsonObject { ["thirdPartyId"] = BuiltInProviders.GoogleWorkspaces };
        body[fromFrontend ? "oAuthTokens" : "redirectURIInfo"] = fromFrontend
            ? new JsonObject { ["access_token"] = "the-token" }
            : new JsonObject { ["redirectURIOnProviderDashboard"] = "https://a.example", ["redirectURIQueryParams"] = new JsonObject { ["code"] = "the-code" } };

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0, await app.Services.GetRequiredService<IUserDirectory>().CountUsersAsync());
    }

    [Fact]
    public async Task Tokens_handed_to_a_provider_in_code_may_be_another_app_s_unless_said_otherwise()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var found = await app.App.Services.GetRequiredService<IThirdPartyRecipe>().GetProviderAsync("public", ThirdPartyApp.ProviderId);
        var provider = Assert.IsType<GetProviderResult.Ok>(found).Provider;
        var tokens = app.Provider.IssueTokens("user-1", "another-app");
        tokens.Remove("id_token");

        await Assert.ThrowsAsync<BadInputException>(() => provider.GetUserInfoAsync(new OAuthTokens(tokens), "public"));
        var user = await provider.GetUserInfoAsync(new OAuthTokens(tokens) { AreFromProvider = true }, "public");

        Assert.Equal("user-1", user.ThirdPartyUserId);
    }

    [Fact]
    public async Task The_app_s_check_of_claims_cannot_be_left_out_with_the_ID_token()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider =>
        {
            provider.ValidateIdTokenPayload = (_, _, _) => new(true);
            provider.ValidateAccessToken = (_, _, _) => new(true);
        });
        var tokens = app.Provider.IssueTokens("user-1");
        tokens.Remove("id_token");

        using var answer = await app.PostTokensAsync(tokens);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData("other.example", HttpStatusCode.InternalServerError)]
    [InlineData("staff.example", HttpStatusCode.OK)]
    public async Task The_app_s_own_check_of_claims_comes_on_top_of_Google_Workspaces_domain(string domain, HttpStatusCode status)
    {
        await using var app = await ThirdPartyApp.StartAsync(options: options =>
        {
            var local = Copy(options.Providers[ThirdPartyApp.ProviderId]);
            local.AdditionalConfig["hd"] = "staff.example";
            local.ValidateIdTokenPayload = (_, _, _) => new(true);
            options.Providers[BuiltInProviders.GoogleWorkspaces] = local;
        });
        app.Provider.ChangeClaims = claims => claims["hd"] = domain;

        using var answer = await app.PostTokensAsync(app.Provider.IssueTokens("user-1"), BuiltInProviders.GoogleWorkspaces);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("ann@provider.example", true)]
    [InlineData("ANN@provider.example", true)]
    [InlineData("somebody@provider.example", false)]
    public async Task An_address_of_the_ID_token_is_not_verified_by_what_is_said_about_another_one(string inToken, bool isVerified)
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.UserInfoMap.FromIdTokenPayload.EmailVerified = "");
        app.Provider.ChangeClaims = claims => claims["email"] = inToken;

        Assert.Equal(isVerified, (bool)(await app.SignedInAsync())["user"]!["loginMethods"]![0]!["verified"]!);
    }

    [Fact]
    public async Task An_address_that_only_becomes_somebody_s_when_it_is_stored_is_not_verified()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Provider.Users.Add(new ProviderUser("eve", "mi\u212Ae@provider.example"));

        var method = (await app.SignedInAsync("eve"))["user"]!["loginMethods"]![0]!;

        Assert.Equal("mike@provider.example", (string?)method["email"]);
        Assert.False((bool)method["verified"]!);
    }

    [Theory]
    [InlineData("ann", "ANN")]
    [InlineData("k", "\u212A")]
    public async Task Made_up_addresses_of_two_users_are_two_even_in_lower_case(string first, string second)
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.RequireEmail = false, builder => builder.AddAccountLinking(options => options.Automatic = true));
        app.Provider.Users.Add(new ProviderUser(first, null));
        app.Provider.Users.Add(new ProviderUser(second, null));

        var victim = await app.SignedInAsync(first);
        var other = await app.SignedInAsync(second);

        Assert.NotEqual((string?)victim["user"]!["id"], (string?)other["user"]!["id"]);
    }

    [Fact]
    public async Task Made_up_addresses_of_users_of_two_providers_are_two_wherever_the_ids_have_dots()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        provider.Users.Add(new ProviderUser("123.a", null));
        provider.Users.Add(new ProviderUser("123", null));
        await using var app = await ThirdPartyApp.StartAsync(
            setUp: builder => builder.AddAccountLinking(options => options.Automatic = true),
            options: options =>
            {
                foreach (var id in (string[])["b", "a.b"])
                {
                    var local = ThirdPartyApp.Local(provider);
                    local.RequireEmail = false;
                    options.Providers[id] = local;
                }
            });
        provider.Time = app.App.Time;

        var first = (await app.SignedInAsync("123.a", "b"))["user"]!;
        var second = (await app.SignedInAsync("123", "a.b"))["user"]!;

        Assert.NotEqual((string?)first["emails"]![0], (string?)second["emails"]![0]);
    }

    [Fact]
    public async Task An_address_that_only_this_app_makes_up_is_not_verified_by_a_provider()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Provider.Users.Add(new ProviderUser("eve", "1234.twitter@stfakeemail.supertokens.com"));

        Assert.False((bool)(await app.SignedInAsync("eve"))["user"]!["loginMethods"]![0]!["verified"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"authorization_endpoint":"https://p.example/a","token_endpoint":"https://p.example/t"}""")]
    [InlineData("""{"issuer":"\ud800","authorization_endpoint":"https://p.example/a"}""")]
    [InlineData("""{"\ud800":1,"issuer":"https://p.example"}""")]
    public async Task A_discovery_document_that_makes_no_sense_is_not_kept_and_fails_no_other_provider(string document)
    {
        await using var broken = await OpenIdProvider.StartAsync();
        broken.FaultyPath = OpenIdProvider.DiscoveryPath;
        broken.Fault = ProviderFault.OtherJson;
        broken.Json = document;
        await using var app = await ThirdPartyApp.StartAsync(options: options => options.Providers["broken"] = ThirdPartyApp.Local(broken));

        var before = await OfferedAsync(app);
        broken.Fault = ProviderFault.None;
        app.App.Time.Advance(TimeSpan.FromSeconds(11));
        var after = await OfferedAsync(app);

        Assert.Equal("local", before);
        Assert.Equal("local broken", after);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":5}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[{"kty":5,"kid":"key-1"}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"key-1","k":"c2VjcmV0"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"key-1","use":"enc","n":"AQAB","e":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"\ud800","n":"AQAB","e":"AQAB"}]}""")]
    public async Task A_key_set_that_makes_no_sense_takes_nobody_s_keys_away(string keys)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await app.SignedInAsync();
        app.Provider.FaultyPath = "/jwks";
        app.Provider.Fault = ProviderFault.OtherJson;
        app.Provider.Json = keys;

        app.App.Time.Advance(TimeSpan.FromHours(2));
        await app.SignedInAsync();
    }

    [Theory]
    [InlineData("""[{"kty":"RSA","kid":"key-1","n":"AQAB","e":"AQAB"}]""")]
    [InlineData("""[{"kty":"RSA","kid":"key-1","n":"!","e":"!"}]""")]
    [InlineData("""[{"kty":"EC","kid":"key-1"}]""")]
    [InlineData("""[{"kty":"EC","kid":"key-1","crv":"P-256","x":"AA","y":"AA"}]""")]
    public async Task A_key_that_is_none_signs_nobody_in(string keys)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        app.Provider.FaultyPath = "/jwks";
        app.Provider.Fault = ProviderFault.OtherJson;
        app.Provider.Json = new JsonObject { ["keys"] = JsonNode.Parse(keys) }.ToJsonString();
        using var refused = await app.PostTokensAsync(app.Provider.IssueTokens("user-1"));
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
    }

    [Fact]
    public async Task A_key_of_another_kind_does_not_hide_the_one_of_the_same_name()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        using var other = new ProviderSigningKey("key-1", useRsa: true);
        app.Provider.FaultyPath = "/jwks";
        app.Provider.Fault = ProviderFault.OtherJson;
        app.Provider.Json = new JsonObject { ["keys"] = new JsonArray(other.ToJwk(), app.Provider.PublicKey) }.ToJsonString().Replace("\"alg\":\"RS256\",", "", StringComparison.Ordinal);

        await app.SignedInAsync();
    }

    [Theory]
    [InlineData("\r\nX-Evil: 1")]
    [InlineData("\n")]
    [InlineData("\u00e9")]
    public async Task An_access_token_of_a_frontend_adds_no_header_to_a_request(string tail)
    {
        await using var app = await ThirdPartyApp.StartAsync();
        var tokens = app.Provider.IssueTokens("user-1");
        tokens["access_token"] = (string?)tokens["access_token"] + tail;

        using var answer = await app.PostTokensAsync(tokens);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Apple_in_the_core_has_no_PKCE_since_its_secret_is_signed()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await SetAsync(app, "t1", new TenantProvider
        {
            ThirdPartyId = BuiltInProviders.Apple,
            OidcDiscoveryEndpoint = app.Provider.DiscoveryEndpoint,
            Clients = [new TenantProviderClient { ClientId = "x", AdditionalConfig = new JsonObject { ["keyId"] = "k", ["teamId"] = "t", ["privateKey"] = "p" } }],
        });

        var redirect = JsonNode.Parse(await app.Client.GetStringAsync("/auth/t1/authorisationurl?thirdPartyId=apple&redirectURIOnProviderDashboard=x"))!;

        var query = HttpUtility.ParseQueryString(new Uri((string)redirect["urlWithQueryParams"]!).Query);
        Assert.Equal("form_post", query["response_mode"]);
        Assert.Null(query["code_challenge"]);
        Assert.Null(redirect["pkceCodeVerifier"]);
    }

    private static ThirdPartyProviderOptions Copy(ThirdPartyProviderOptions options)
        => new() { ClientId = options.ClientId, ClientSecret = options.ClientSecret, OidcDiscoveryEndpoint = options.OidcDiscoveryEndpoint };

    private static async Task SetAsync(ThirdPartyApp app, string tenantId, TenantProvider provider)
    {
        var tenants = app.App.Services.GetRequiredService<IMultitenancyRecipe>();
        await tenants.CreateOrUpdateTenantAsync(tenantId, new TenantChanges { FirstFactors = TenantFactors.OfTheApp });
        await tenants.CreateOrUpdateThirdPartyConfigAsync(tenantId, provider, skipValidation: true);
    }

    private static async Task<string> OfferedAsync(ThirdPartyApp app)
    {
        var methods = JsonNode.Parse(await app.Client.GetStringAsync("/auth/loginmethods"))!;
        return string.Join(' ', methods["thirdParty"]!["providers"]!.AsArray().Select(provider => (string?)provider!["id"]));
    }
}
