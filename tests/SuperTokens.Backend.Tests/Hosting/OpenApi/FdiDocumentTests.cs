using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Tests.ThirdParty;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What an application's OpenAPI document says about SuperTokens' endpoints.</summary>
public sealed class FdiDocumentTests(EveryEndpointApp every) : IClassFixture<EveryEndpointApp>
{
    [Fact]
    public async Task The_document_has_the_endpoints_of_the_recipes_that_were_added_and_no_others()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddSession());

        Assert.Equal(
            [
                "GET /auth/.well-known/openid-configuration",
                "GET /auth/emailpassword/email/exists",
                "GET /auth/jwt/jwks.json",
                "GET /auth/loginmethods",
                "GET /auth/signup/email/exists",
                "POST /auth/session/refresh",
                "POST /auth/signin",
                "POST /auth/signout",
                "POST /auth/signup",
                "POST /auth/user/password/reset",
                "POST /auth/user/password/reset/token",
            ],
            document.Operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_of_every_recipe_is_described_with_a_summary_a_tag_and_answers()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder
            .AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.EmailOrPhone)
            .AddThirdParty(StaticProvider.Configure)
            .AddSaml()
            .AddEmailPassword()
            .AddEmailVerification()
            .AddSession());

        Assert.Equal(every.Endpoints.Select(endpoint => $"{endpoint.Method} /auth{endpoint.Path}").Distinct().Order(), document.Operations.Order());
        Assert.All(document.Paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), operation =>
        {
            Assert.EndsWith(".", operation.Value.GetProperty("summary").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("SuperTokens ", Assert.Single(operation.Value.GetProperty("tags").EnumerateArray()).GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(operation.Value.GetProperty("responses").EnumerateObject());
        });
    }

    [Fact]
    public async Task A_disabled_endpoint_is_not_in_the_document()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddSession(), options => options.DisabledEndpoints.Add("POST /signup"));

        Assert.DoesNotContain("POST /auth/signup", document.Operations);
        Assert.Contains("POST /auth/signin", document.Operations);
    }

    [Fact]
    public async Task The_endpoints_are_described_below_the_base_path()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddSession(), options => options.AppInfo.ApiBasePath = "/api/people");

        Assert.Contains("POST /api/people/signin", document.Operations);
    }

    [Fact]
    public async Task A_sign_in_is_described_with_its_form_its_user_and_every_status()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddSession());

        var signIn = document.Operation("post", "/auth/signin");
        var form = document.Schema(signIn.GetProperty("requestBody"));
        Assert.Equal(["formFields"], form.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        var field = document.Follow(form.GetProperty("properties").GetProperty("formFields").GetProperty("items"));
        Assert.Equal(["id", "value"], field.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        var answer = document.Schema(signIn.GetProperty("responses").GetProperty("200"));
        Assert.Equal(["status"], answer.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(
            ["OK", "WRONG_CREDENTIALS_ERROR", "FIELD_ERROR", "SIGN_IN_NOT_ALLOWED", "GENERAL_ERROR"],
            document.Follow(answer.GetProperty("properties").GetProperty("status")).GetProperty("enum").EnumerateArray().Select(status => status.GetString()));
        Assert.True(answer.GetProperty("properties").TryGetProperty("user", out _));
        Assert.True(document.Schema(signIn.GetProperty("responses").GetProperty("400")).GetProperty("properties").TryGetProperty("message", out _));
    }

    [Fact]
    public async Task Queries_and_forms_are_described()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddThirdParty(StaticProvider.Configure).AddSession());

        Assert.Equal(
            ["thirdPartyId True", "redirectURIOnProviderDashboard True", "clientType False"],
            document.Operation("get", "/auth/authorisationurl").GetProperty("parameters").EnumerateArray().Select(parameter =>
                $"{parameter.GetProperty("name").GetString()} {parameter.TryGetProperty("required", out var required) && required.GetBoolean()}"));
        var apple = document.Operation("post", "/auth/callback/apple");
        Assert.Contains("state", document.Schema(apple.GetProperty("requestBody"), "application/x-www-form-urlencoded").GetRawText(), StringComparison.Ordinal);
        Assert.True(apple.GetProperty("responses").TryGetProperty("303", out _));
    }

    [Fact]
    public async Task Only_endpoints_that_need_a_session_have_security()
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddEmailVerification().AddSession());

        Assert.Equal(["SuperTokensCookie", "SuperTokensBearer"], document.SecurityOf("post", "/auth/signout"));
        Assert.Equal(["200", "401"], document.Operation("post", "/auth/signout").GetProperty("responses").EnumerateObject().Select(response => response.Name));
        Assert.Equal(["SuperTokensRefreshCookie", "SuperTokensRefreshBearer"], document.SecurityOf("post", "/auth/session/refresh"));
        Assert.Equal(["SuperTokensCookie", "SuperTokensBearer"], document.SecurityOf("get", "/auth/user/email/verify"));
        Assert.Empty(document.SecurityOf("post", "/auth/user/email/verify"));
        Assert.Empty(document.SecurityOf("post", "/auth/signin"));
    }

    [Theory]
    [InlineData(TokenTransferMethod.Any, "SuperTokensCookie", "SuperTokensRefreshCookie", "SuperTokensBearer", "SuperTokensRefreshBearer")]
    [InlineData(TokenTransferMethod.Cookie, "SuperTokensCookie", "SuperTokensRefreshCookie")]
    [InlineData(TokenTransferMethod.Header, "SuperTokensBearer", "SuperTokensRefreshBearer")]
    public async Task The_schemes_are_those_that_the_app_takes(TokenTransferMethod method, params string[] names)
    {
        var document = await OpenApiDocument.ReadAsync(builder => builder.AddEmailPassword().AddSession(session => session.TokenTransferMethod = method));

        Assert.Equal(names.Order(), document.SecuritySchemes.Keys.Order());
        Assert.Equal(names.Where(name => !name.Contains("Refresh", StringComparison.Ordinal)), document.SecurityOf("post", "/auth/signout"));
    }

    [Fact]
    public async Task The_schemes_name_the_cookies_and_the_header()
    {
        var document = await OpenApiDocument.ReadAsync(
            builder => builder.AddEmailPassword().AddSession(session => session.CookiePrefix = SessionCookiePrefix.Host), options => options.AppInfo.ApiDomain = "https://api.example.com");

        var cookie = document.SecuritySchemes["SuperTokensCookie"];
        Assert.Equal("apiKey", cookie.GetProperty("type").GetString());
        Assert.Equal("cookie", cookie.GetProperty("in").GetString());
        Assert.Equal("__Host-sAccessToken", cookie.GetProperty("name").GetString());
        Assert.Equal("__Secure-sRefreshToken", document.SecuritySchemes["SuperTokensRefreshCookie"].GetProperty("name").GetString());
        var bearer = document.SecuritySchemes["SuperTokensBearer"];
        Assert.Equal("http", bearer.GetProperty("type").GetString());
        Assert.Equal("bearer", bearer.GetProperty("scheme").GetString());
    }
}
