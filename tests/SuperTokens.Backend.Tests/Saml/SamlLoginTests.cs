using System.Net;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Saml;

public sealed class SamlLoginTests
{
    [Fact]
    public async Task People_are_sent_to_their_identity_provider()
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.LoginAsync();

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("https://idp.example/sso?SAMLRequest=fZ%2BA%3D&RelayState=", answer.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        var body = JsonNode.Parse(Assert.Single(app.Core.Stub.Calls).Body!)!;
        Assert.Equal(
            """{"clientId":"st_saml_1","redirectURI":"http://localhost:3000/auth/callback/saml-acme","state":"the-state","acsURL":"http://localhost:4000/auth/public/saml/callback"}""",
            body.ToJsonString());
    }

    [Fact]
    public async Task The_response_is_asked_for_at_the_tenant_s_own_address_and_state_may_be_left_out()
    {
        await using var app = await SamlApp.StartAsync(apiDomain: "https://api.example.com");
        app.Core.Stub.Answer("POST /t1/recipe/saml/login", """{"status":"OK","ssoRedirectURI":"https://idp.example/"}""");

        using var answer = await app.LoginAsync(tenant: "/t1", state: null);

        Assert.Equal("https://idp.example/", answer.Header("Location"));
        var body = JsonNode.Parse(Assert.Single(app.Core.Stub.Calls).Body!)!.AsObject();
        Assert.Equal("https://api.example.com/auth/t1/saml/callback", (string?)body["acsURL"]);
        Assert.False(body.ContainsKey("state"));
    }

    [Theory]
    [InlineData("https://evil.example/", SamlCore.ClientId)]
    [InlineData("http://localhost:3000/auth/callback/saml-acme/../evil", SamlCore.ClientId)]
    [InlineData("http://localhost:3000/auth/callback/saml-acme?next=https://evil.example", SamlCore.ClientId)]
    [InlineData("//evil.example", SamlCore.ClientId)]
    [InlineData("javascript:alert(1)", SamlCore.ClientId)]
    [InlineData(SamlCore.CallbackPage, "unknown")]
    [InlineData("", "")]
    public async Task Redirect_elsewhere_or_unknown_client_sends_people_nowhere(string redirectUri, string clientId)
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.LoginAsync(redirectUri, clientId);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Location"));
        Assert.Equal("""{"status":"INVALID_CLIENT_ERROR"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("", "clientId")]
    [InlineData("?redirect_uri=x", "clientId")]
    [InlineData("?client_id=a&client_id=b&redirect_uri=x", "clientId")]
    [InlineData("?client_id=a", "redirectURI")]
    [InlineData("?client_id=a&redirect_uri=x&redirect_uri=y", "redirectURI")]
    [InlineData("?client_id=a&redirect_uri=x&state=1&state=2", "state")]
    public async Task Missing_or_repeated_parameter_is_a_400_that_names_it(string query, string named)
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.Browser.GetAsync($"/auth/saml/login{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(app.Core.Stub.Calls);
    }

    [Theory]
    [InlineData("""{"status":"OK"}""")]
    [InlineData("""{"status":"OK","ssoRedirectURI":null}""")]
    [InlineData("""{"status":"OK","ssoRedirectURI":"/relative"}""")]
    [InlineData("""{"status":"OK","ssoRedirectURI":"javascript:alert(1)"}""")]
    [InlineData("""{"status":"OK","ssoRedirectURI":"https://idp.example/\r\nSet-Cookie: a=b"}""")]
    [InlineData("""{"status":"NEW_STATUS"}""")]
    [InlineData("""{"redirectURI":"https://idp.example/"}""")]
    [InlineData("[]")]
    public async Task An_answer_of_the_core_that_makes_no_sense_is_a_500_and_sends_people_nowhere(string coreAnswer)
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("POST /public/recipe/saml/login", coreAnswer);

        using var answer = await app.LoginAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Location"));
        Assert.DoesNotContain("idp.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(402, SamlCore.Refused, "licence")]
    [InlineData(404, "Not found", "11.3")]
    [InlineData(500, "internals of the core", "500")]
    [InlineData(400, "AppId or tenantId not found => internals of the core", "400")]
    public async Task A_core_without_SAML_is_a_500_and_the_log_says_why(int status, string text, string logged)
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("POST /public/recipe/saml/login", (HttpStatusCode)status, text, "text/html");

        using var answer = await app.LoginAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(app.App.Log.Lines, line => line.StartsWith("Error SuperTokens", StringComparison.Ordinal) && line.Contains(logged, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_recipe_there_are_no_endpoints()
    {
        await using var app = await TestApp.StartAsync(new StubCore());

        using var login = await app.CreateClient().GetAsync("/auth/saml/login?client_id=a&redirect_uri=b");
        using var callback = await app.CreateClient().PostAsync("/auth/saml/callback", null);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (login.StatusCode, callback.StatusCode));
    }
}
