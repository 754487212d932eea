using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class SignInTests
{
    [Fact]
    public async Task Sign_in_with_wrong_password_is_200_with_status_and_like_an_unknown_address()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");

        var wrong = await app.SignInAsync("ann@example.com", "Wr0ngPassword");
        var unknown = await app.SignInAsync("nobody@example.com");

        Assert.Equal(HttpStatusCode.OK, wrong.Code);
        Assert.Equal("""{"status":"WRONG_CREDENTIALS_ERROR"}""", wrong.Text);
        Assert.Equal(wrong, unknown);
        Assert.Null(wrong.AccessToken);
        Assert.False(wrong.SetsCookies);
    }

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("ANN@EXAMPLE.COM")]
    [InlineData("  ann@example.com  ")]
    public async Task Address_is_found_whatever_its_case_and_blanks(string email)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var signedUp = await app.SignUpAsync("ann@example.com");
        var answer = await app.SignInAsync(email);
        Assert.Equal("OK", answer.Status);
        Assert.Equal(signedUp.Json["user"]!.ToJsonString(), answer.Json["user"]!.ToJsonString());
        Assert.NotNull(answer.AccessToken);
    }

    [Fact]
    public async Task Short_password_is_wrong_and_not_invalid_at_sign_in()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@example.com", "x")).Status);
        Assert.Equal("Field is not optional", (await app.SignInAsync("ann@example.com", "")).FieldError("password"));
    }

    [Fact]
    public async Task Sign_in_makes_at_most_four_core_calls_and_sign_up_at_most_five()
    {
        await using var app = await EmailPasswordApp.StartAsync();

        await app.SignUpAsync("ann@example.com");
        Assert.InRange(app.CoreCalls.Calls.Count, 1, 5);

        app.CoreCalls.Clear();
        await app.SignInAsync("ann@example.com");
        Assert.Equal(
            ["GET /public/recipe/multitenancy/tenant/v2", "POST /public/recipe/signin", "POST /public/recipe/session"],
            app.CoreCalls.Calls);
    }

    [Fact]
    public async Task Tenant_in_the_path_is_the_sessions_tenant()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var answer = await app.PostAsync("/auth/public/signup", EmailPasswordApp.Form("ann@example.com"));
        Assert.Equal("public", (string)answer.Json["user"]!["tenantIds"]![0]!);
    }

    [Fact]
    public async Task Unknown_tenant_is_500_and_not_wrong_credentials()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        foreach (var path in (string[])["/auth/unknown/signin", "/auth/unknown/signup"])
        {
            var answer = await app.PostAsync(path, EmailPasswordApp.Form("ann@example.com"));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.Code);
            Assert.DoesNotContain("WRONG_CREDENTIALS", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wish_to_link_needs_a_session_and_an_API_that_links()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        using var browser = app.App.CreateClient();
        var form = EmailPasswordApp.Form("ann@example.com");
        form["shouldTryLinkingWithSessionUser"] = true;

        var without = await app.PostAsync("/auth/signup", form, client: browser);
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com"), client: browser);
        var with = await app.PostAsync("/auth/signin", form, client: browser);
        form["shouldTryLinkingWithSessionUser"] = "true";
        var text = await app.PostAsync("/auth/signin", form, client: browser);
        form["shouldTryLinkingWithSessionUser"] = null;
        var none = await app.PostAsync("/auth/signin", form, client: browser);

        Assert.Equal(HttpStatusCode.Unauthorized, without.Code);
        Assert.Equal(HttpStatusCode.BadRequest, with.Code);
        Assert.Contains("shouldDoAutomaticAccountLinking returned false", with.Message, StringComparison.Ordinal);
        Assert.Equal("shouldTryLinkingWithSessionUser must be a boolean", text.Message);
        Assert.Equal("OK", none.Status);
    }

    [Theory]
    [InlineData("3.0", true)]
    [InlineData("4.2", false)]
    public async Task Signing_in_again_as_oneself_keeps_the_session_before_FDI_3_1(string fdiVersion, bool keeps)
    {
        await using var app = await EmailPasswordApp.StartAsync(map: MapHandle);
        using var browser = app.App.CreateClient();
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com"), client: browser);
        var first = await browser.GetStringAsync("/handle");

        Assert.Equal("OK", (await app.PostAsync("/auth/signin", EmailPasswordApp.Form("ann@example.com"), fdiVersion, browser)).Status);

        Assert.Equal(keeps, first == await browser.GetStringAsync("/handle"));
    }

    [Theory]
    [InlineData("3.0")]
    [InlineData("4.2")]
    public async Task Signing_in_as_somebody_else_replaces_the_session(string fdiVersion)
    {
        await using var app = await EmailPasswordApp.StartAsync(map: MapHandle);
        await app.SignUpAsync("bob@example.com");
        using var browser = app.App.CreateClient();
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com"), client: browser);
        var first = await browser.GetStringAsync("/handle");

        var answer = await app.PostAsync("/auth/signin", EmailPasswordApp.Form("bob@example.com"), fdiVersion, browser);

        Assert.Equal("bob@example.com", (string)(answer.Json["user"]!["emails"]![0])!);
        Assert.NotEqual(first, await browser.GetStringAsync("/handle"));
    }

    [Theory]
    [InlineData("/auth/emailpassword/email/exists?email=ann%40example.com", true)]
    [InlineData("/auth/signup/email/exists?email=ann%40example.com", true)]
    [InlineData("/auth/public/emailpassword/email/exists?email=ANN%40example.com", true)]
    [InlineData("/auth/emailpassword/email/exists?email=bob%40example.com", false)]
    [InlineData("/auth/emailpassword/email/exists?email=", false)]
    [InlineData("/auth/emailpassword/email/exists?email=notanemail", false)]
    [InlineData("/auth/emailpassword/email/exists?email=ann%00%40example.com", false)]
    public async Task Taken_address_is_told_on_both_paths(string path, bool exists)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");
        var answer = await app.GetAsync(path);
        Assert.Equal(new JsonObject { ["status"] = "OK", ["exists"] = exists }.ToJsonString(), answer.Text);
    }

    [Fact]
    public async Task Address_that_no_core_can_hold_is_nobodys_and_the_core_is_not_asked()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var answer = await app.GetAsync($"/auth/emailpassword/email/exists?email={new string('a', 4000)}@example.com");
        Assert.Equal("""{"status":"OK","exists":false}""", answer.Text);
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Theory]
    [InlineData("/auth/emailpassword/email/exists")]
    [InlineData("/auth/emailpassword/email/exists?email=a&email=b")]
    public async Task Address_to_look_for_must_be_given_once(string path)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var answer = await app.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Code);
        Assert.Equal("Please provide the email as a GET param", answer.Message);
    }

    private static void MapHandle(WebApplication app) => app.MapGet("/handle", async (HttpContext context, IRequestSessions sessions) => (await sessions.GetAsync(context))!.Handle);
}
