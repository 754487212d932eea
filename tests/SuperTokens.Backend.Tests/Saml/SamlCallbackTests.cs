using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using SuperTokens.Backend.Recipes.Session;
using static SuperTokens.Backend.Recipes.Saml.SamlCore;

namespace SuperTokens.Backend.Recipes.Saml;

public sealed class SamlCallbackTests
{
    [Fact]
    public async Task A_good_response_sends_people_back_to_the_page_their_login_began_for()
    {
        await using var app = await SamlApp.StartAsync();
        var relayState = await app.BeginAsync();

        using var answer = await app.PostAsync(InBase64(GoodResponse), relayState);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        var page = new Uri(answer.Header("Location")!);
        Assert.Equal(CallbackPage, page.GetLeftPart(UriPartial.Path));
        Assert.Equal("the-state", HttpUtility.ParseQueryString(page.Query)["state"]);
        Assert.False(answer.Headers.Contains("st-access-token") || answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Responses_codes_and_states_are_never_logged()
    {
        await using var app = await SamlApp.StartAsync();
        var relayState = await app.BeginAsync();

        using var answer = await app.PostAsync(InBase64(GoodResponse), relayState);
        using var refused = await app.PostAsync(InBase64("<bad/>"), relayState);

        string[] secrets = [InBase64(GoodResponse), relayState, "the-state", HttpUtility.ParseQueryString(new Uri(answer.Header("Location")!).Query)["code"]!];
        Assert.All(app.App.Log.Lines.Where(line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal)), line => Assert.DoesNotContain(secrets, line.Contains));
    }

    [Fact]
    public async Task A_response_in_lines_is_read_and_so_is_JSON()
    {
        await using var app = await SamlApp.StartAsync();
        var relayState = await app.BeginAsync();
        var response = InBase64(GoodResponse);

        using var inLines = await app.PostAsync(response.Insert(4, "\r\n"), relayState);
        using var json = await app.Browser.PostAsJsonAsync("/auth/saml/callback", new { SAMLResponse = response, RelayState = relayState }, Pascal);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (inLines.StatusCode, json.StatusCode));
    }

    [Theory]
    [InlineData("<bad/>", true, "SAML_RESPONSE_VERIFICATION_FAILED_ERROR")]
    [InlineData(GoodResponse, false, "INVALID_RELAY_STATE_ERROR")]
    [InlineData(GoodResponse, null, "IDP_LOGIN_DISALLOWED_ERROR")]
    public async Task A_response_that_the_core_refuses_sends_people_nowhere(string response, bool? isOwnLogin, string status)
    {
        await using var app = await SamlApp.StartAsync();
        var begun = await app.BeginAsync();

        using var answer = await app.PostAsync(InBase64(response), isOwnLogin switch { true => begun, false => "made-up", _ => null });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Location"));
        Assert.Equal($$"""{"status":"{{status}}"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_that_is_gone_sends_people_nowhere()
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("POST /public/recipe/saml/callback", """{"status":"INVALID_CLIENT_ERROR"}""");

        using var answer = await app.PostAsync(InBase64(GoodResponse), "x");

        Assert.False(answer.Headers.Contains("Location"));
        Assert.Equal("""{"status":"INVALID_CLIENT_ERROR"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_login_the_identity_provider_began_has_no_state_for_the_frontend_to_recognise()
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.AllowIdpInitiatedLogin = true;

        using var answer = await app.PostAsync(InBase64(GoodResponse), null);

        Assert.Null(HttpUtility.ParseQueryString(new Uri(answer.Header("Location")!).Query)["state"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("<xml/>")]
    [InlineData("PGdvb2QvPg=")]
    public async Task Missing_or_malformed_response_is_a_400_and_the_core_is_not_asked(string? response)
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.PostAsync(response, "x");

        await AssertRefusedAsync(app, answer);
    }

    [Theory]
    [InlineData("SAMLResponse=PGdvb2QvPg%3D%3D&SAMLResponse=PGdvb2QvPg%3D%3D", "application/x-www-form-urlencoded")]
    [InlineData("""{"SAMLResponse":5}""", "application/json")]
    [InlineData("""{"SAMLResponse":"PGdvb2QvPg==","RelayState":{}}""", "application/json")]
    [InlineData("SAMLResponse=PGdvb2QvPg%3D%3D", "text/plain")]
    public async Task Repeated_field_wrong_type_or_other_body_is_a_400(string body, string type)
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.Browser.PostAsync("/auth/saml/callback", new StringContent(body, null, type));

        await AssertRefusedAsync(app, answer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Oversized_response_is_a_400_even_when_its_length_is_not_said(bool isChunked)
    {
        await using var app = await SamlApp.StartAsync();
        using var form = new StringContent($"SAMLResponse={new string('A', 2 * 1024 * 1024)}", null, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/saml/callback") { Content = form };
        form.Headers.ContentLength = isChunked ? null : form.Headers.ContentLength;

        using var answer = await app.Browser.SendAsync(request);

        await AssertRefusedAsync(app, answer);
    }

    [Fact]
    public async Task What_the_core_cannot_read_is_a_400_without_its_words()
    {
        await using var app = await SamlApp.StartAsync();

        using var answer = await app.PostAsync(InBase64("no XML"), "x");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("""{"message":"The SAMLResponse cannot be read"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(200, """{"status":"OK"}""")]
    [InlineData(200, """{"status":"OK","redirectURI":"not an address"}""")]
    [InlineData(200, """{"status":"OK","redirectURI":"http://localhost:3000/\r\nSet-Cookie: a=b"}""")]
    [InlineData(200, """{"status":"OK","redirectURI":7}""")]
    [InlineData(200, """{"status":"internals of the core"}""")]
    [InlineData(200, "internals of the core")]
    [InlineData(402, Refused)]
    [InlineData(404, "Not found")]
    [InlineData(500, "internals of the core")]
    [InlineData(503, "")]
    public async Task A_failing_core_is_a_500_without_its_words(int status, string text)
    {
        await using var app = await SamlApp.StartAsync();
        app.Core.Stub.Answer("POST /public/recipe/saml/callback", (HttpStatusCode)status, text);

        using var answer = await app.PostAsync(InBase64(GoodResponse), "x");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Location") || answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("internals", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonSerializerOptions Pascal { get; } = new();

    private static async Task AssertRefusedAsync(SamlApp app, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        Assert.NotEmpty((string?)JsonNode.Parse(text)!["message"] ?? "");
        Assert.Empty(app.Core.Stub.Calls);
    }
}
