using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;
using static SuperTokens.Backend.Recipes.Saml.SamlCore;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The third-party provider whose id begins with <c>saml</c>: a browser's whole way, with the core's SAML routes in front of an embedded core.</summary>
public sealed class SamlProviderTests
{
    private const string ProviderId = "saml-acme";

    [Fact]
    public async Task People_sign_up_and_later_in_with_their_identity_provider()
    {
        var core = new SamlCore();
        await using var app = await StartAsync(core);

        var signedUp = await SignInAsync(app);
        var signedIn = await SignInAsync(app);

        Assert.True((bool)signedUp["createdNewRecipeUser"]!);
        Assert.False((bool)signedIn["createdNewRecipeUser"]!);
        var method = signedIn["user"]!["loginMethods"]![0]!;
        Assert.Equal("""{"id":"saml-acme","userId":"ann"}""", method["thirdParty"]!.ToJsonString());
        Assert.Equal("ann@acme.example", (string?)method["email"]);
        Assert.True((bool)method["verified"]!);
        Assert.DoesNotContain("only-the-idp-knows", signedIn.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_people_are_sent_to_is_the_tenant_s_own_login_endpoint()
    {
        await using var app = await StartAsync(new SamlCore());

        var answer = await UrlAsync(app.CreateClient());

        Assert.Equal(["status", "urlWithQueryParams"], answer.AsObject().Select(property => property.Key));
        Assert.Equal(
            "http://localhost:4000/auth/public/saml/login?client_id=st_saml_1&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fauth%2Fcallback%2Fsaml-acme",
            (string?)answer["urlWithQueryParams"]);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var app = await StartAsync(new SamlCore());
        var body = await ComeBackAsync(app.CreateClient());

        using var first = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);
        using var second = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.InternalServerError), (first.StatusCode, second.StatusCode));
        AssertNoSession(second);
    }

    [Fact]
    public async Task What_the_browser_says_about_the_user_is_not_looked_at()
    {
        await using var app = await StartAsync(new SamlCore());
        var code = (string?)(await ComeBackAsync(app.CreateClient()))["redirectURIInfo"]!["redirectURIQueryParams"]!["code"];
        const string forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJib3NzIiwiZW1haWwiOiJib3NzQGFjbWUuZXhhbXBsZSJ9.";
        var tokens = new JsonObject { ["access_token"] = code, ["id_token"] = forged, ["sub"] = "boss", ["email"] = "boss@acme.example" };

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", new JsonObject { ["thirdPartyId"] = ProviderId, ["oAuthTokens"] = tokens });

        var user = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["user"]!;
        Assert.Equal("ann@acme.example", (string?)user["emails"]![0]);
        Assert.Equal("ann", (string?)user["thirdParty"]![0]!["userId"]);
    }

    [Theory]
    [InlineData("""{"redirectURIInfo":{"redirectURIOnProviderDashboard":"x","redirectURIQueryParams":{}}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"redirectURIInfo":{"redirectURIOnProviderDashboard":"x","redirectURIQueryParams":{"code":""}}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"redirectURIInfo":{"redirectURIOnProviderDashboard":"x","redirectURIQueryParams":{"code":["a"]}}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"redirectURIInfo":{"redirectURIOnProviderDashboard":"x","redirectURIQueryParams":{"code":"made-up"}}}""", HttpStatusCode.InternalServerError)]
    [InlineData("""{"oAuthTokens":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"oAuthTokens":{"id_token":"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ."}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"oAuthTokens":{"access_token":"made-up"}}""", HttpStatusCode.InternalServerError)]
    public async Task Nobody_is_signed_in_without_a_code_of_the_core(string json, HttpStatusCode expected)
    {
        await using var app = await StartAsync(new SamlCore());
        var body = JsonNode.Parse(json)!.AsObject();
        body["thirdPartyId"] = ProviderId;

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        Assert.Equal(expected, answer.StatusCode);
        AssertNoSession(answer);
    }

    [Fact]
    public async Task A_code_of_another_client_signs_nobody_in()
    {
        await using var app = await StartAsync(new SamlCore(), options => options.Providers["saml-other"] = new ThirdPartyProviderOptions { ClientId = "st_saml_2" });
        var body = await ComeBackAsync(app.CreateClient());
        body["thirdPartyId"] = "saml-other";

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertNoSession(answer);
    }

    [Theory]
    [InlineData(402, Refused)]
    [InlineData(404, "Not found")]
    [InlineData(500, "internals of the core")]
    [InlineData(200, """{"status":"OK"}""")]
    [InlineData(200, """{"status":"internals of the core"}""")]
    [InlineData(200, """{"status":"OK","claims":{},"sub":null,"email":"ann@acme.example"}""")]
    public async Task A_core_that_fails_signs_nobody_in(int status, string text)
    {
        var core = new SamlCore();
        await using var app = await StartAsync(core);
        var body = await ComeBackAsync(app.CreateClient());
        core.Stub.Answer("POST /public/recipe/saml/user", (HttpStatusCode)status, text);

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", body);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("internals", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertNoSession(answer);
    }

    [Theory]
    [InlineData(null, "NO_EMAIL_GIVEN_BY_PROVIDER")]
    [InlineData(false, "OK")]
    public async Task Who_has_no_address_is_refused_unless_one_may_be_made_up(bool? requireEmail, string status)
    {
        await using var app = await StartAsync(new SamlCore { User = Person("ann", null) }, options => options.Providers[ProviderId].RequireEmail = requireEmail);

        using var answer = await app.CreateClient().PostAsJsonAsync("/auth/signinup", await ComeBackAsync(app.CreateClient()));

        Assert.Equal(status, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["status"]);
    }

    [Fact]
    public async Task A_provider_is_offered_by_its_name_and_needs_no_secret()
    {
        await using var app = await StartAsync(new SamlCore());

        var offered = await app.CreateClient().GetFromJsonAsync<JsonNode>("/auth/loginmethods");

        Assert.Equal("""[{"id":"saml-acme","name":"SAML"}]""", offered!["thirdParty"]!["providers"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_provider_without_the_recipe_is_reported_at_start_by_name_with_the_fix(string environment)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            builder => builder.AddThirdParty(Configure).UseTestCore(), environment: environment));

        Assert.Contains("SuperTokens:ThirdParty:Providers:saml-acme", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AddSaml()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_its_client_is_reported_at_start_by_name()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new SamlCore(), options => options.Providers[ProviderId].ClientId = null));

        Assert.Contains("SuperTokens:ThirdParty:Providers:saml-acme:ClientId", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ClientSecret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_of_the_core_is_used_only_where_the_recipe_is(bool hasSaml)
    {
        await using var app = await TestApp.StartAsync(builder =>
        {
            builder.AddThirdParty().UseTestCore();
            if (hasSaml)
            {
                builder.AddSaml();
            }
        });
        var tenants = app.Services.GetRequiredService<IMultitenancyRecipe>();
        await tenants.CreateOrUpdateThirdPartyConfigAsync("public", new TenantProvider { ThirdPartyId = ProviderId, Clients = [new TenantProviderClient { ClientId = ClientId }] }, skipValidation: true);

        using var url = await app.CreateClient().GetAsync($"/auth/authorisationurl?thirdPartyId={ProviderId}&redirectURIOnProviderDashboard=x");
        var offered = await app.CreateClient().GetFromJsonAsync<JsonNode>("/auth/loginmethods");

        Assert.Equal(hasSaml ? HttpStatusCode.OK : HttpStatusCode.BadRequest, url.StatusCode);
        Assert.Equal(hasSaml ? 1 : 0, offered!["thirdParty"]!["providers"]!.AsArray().Count);
        Assert.Equal(hasSaml, !app.Log.Lines.Any(line => line.Contains("AddSaml()", StringComparison.Ordinal)));
    }

    private static void Configure(ThirdPartyOptions options) => options.Providers[ProviderId] = new ThirdPartyProviderOptions { ClientId = ClientId };

    private static Task<TestApp> StartAsync(SamlCore core, Action<ThirdPartyOptions>? configure = null) => TestApp.StartAsync(builder =>
    {
        builder.AddThirdParty(Configure).AddSaml().UseTestCore();
        if (configure is not null)
        {
            builder.AddThirdParty(configure);
        }

        builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(core.CreateHandler);
    });

    private static async Task<JsonNode> UrlAsync(HttpClient client)
        => (await client.GetFromJsonAsync<JsonNode>($"/auth/authorisationurl?thirdPartyId={ProviderId}&redirectURIOnProviderDashboard={Uri.EscapeDataString(CallbackPage)}"))!;

    // The frontend adds its state; the identity provider posts what it is sent.
    private static async Task<JsonObject> ComeBackAsync(HttpClient browser)
    {
        using var login = await browser.GetAsync($"{(await UrlAsync(browser))["urlWithQueryParams"]}&state=the-state");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["SAMLResponse"] = InBase64(GoodResponse), ["RelayState"] = RelayStateOf(login.Headers.Location!) });
        using var posted = await browser.PostAsync("/auth/public/saml/callback", form);
        var query = HttpUtility.ParseQueryString(posted.Headers.Location!.Query);
        Assert.Equal("the-state", query["state"]);
        return new JsonObject
        {
            ["thirdPartyId"] = ProviderId,
            ["redirectURIInfo"] = new JsonObject
            {
                ["redirectURIOnProviderDashboard"] = CallbackPage,
                ["redirectURIQueryParams"] = new JsonObject { ["code"] = query["code"], ["state"] = query["state"] },
            },
        };
    }

    private static async Task<JsonNode> SignInAsync(TestApp app)
    {
        var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/auth/signinup", await ComeBackAsync(client));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && text.Contains("\"OK\"", StringComparison.Ordinal), $"{answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static void AssertNoSession(HttpResponseMessage answer)
        => Assert.DoesNotContain(answer.Headers, header => header.Key.ToLowerInvariant() is "set-cookie" or "st-access-token" or "front-token");
}
