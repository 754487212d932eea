using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class SessionLifeCycleTests
{
    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    [InlineData(null)]
    public async Task A_session_is_created_verified_refreshed_and_ended(string? mode)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync(mode);

        using (var info = await frontend.GetAsync("/sessioninfo"))
        {
            var session = await info.JsonAsync();
            Assert.Equal("user-1", (string?)session["userId"]);
            Assert.Equal("user-1", (string?)session["recipeUserId"]);
            Assert.Equal("public", (string?)session["tenantId"]);
            Assert.Equal("http://localhost:4000/auth", (string?)session["accessTokenPayload"]!["iss"]);
            Assert.True(JsonNode.DeepEquals(frontend.Payload, session["accessTokenPayload"]));
            Assert.Null(info.Header("front-token"));
        }

        var (oldAccess, oldRefresh) = (frontend.AccessToken, frontend.RefreshToken);
        await (await frontend.RefreshAsync()).AssertAsync(HttpStatusCode.OK, "{}");
        Assert.NotEqual(oldAccess, frontend.AccessToken);
        Assert.NotEqual(oldRefresh, frontend.RefreshToken);

        // The first use after a refresh goes to the core, which issues an access token without the parent's hash.
        var refreshed = frontend.AccessToken;
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        Assert.NotEqual(refreshed, frontend.AccessToken);
        Assert.Equal(1, app.Core.Count("POST /recipe/session/verify"));
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        Assert.Equal(1, app.Core.Count("POST /recipe/session/verify"));

        var last = frontend.Copy();
        await (await frontend.PostAsync("/auth/signout")).AssertAsync(HttpStatusCode.OK, """{"status":"OK"}""");
        Assert.Null(frontend.AccessToken);
        Assert.Null(frontend.FrontToken);
        (await last.Copy().GetAsync("/sessioninfo")).AssertOk();
        await (await last.Copy().GetAsync("/check-db")).AssertUnauthorisedAsync();
        await (await last.RefreshAsync()).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_verified_request_makes_no_core_call()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        var before = app.Core.Calls.Count;
        for (var i = 0; i < 3; i++)
        {
            (await frontend.GetAsync("/sessioninfo")).AssertOk();
            (await frontend.GetAsync("/authorized")).AssertOk();
        }

        Assert.Equal(before, app.Core.Calls.Count);
    }

    [Fact]
    public async Task Cookies_are_set_as_the_other_backends_set_them()
    {
        await using var app = await SessionApp.StartAsync();
        using var response = await app.CreateFrontend().PostAsync("/login/user-1");

        var cookies = response.SetCookies();
        var year = app.App.Time.GetUtcNow().AddDays(365).ToString("R");
        Assert.EndsWith($"; Path=/; Expires={year}; HttpOnly; SameSite=Lax", cookies[0], StringComparison.Ordinal);
        Assert.StartsWith("sAccessToken=ey", cookies[0], StringComparison.Ordinal);
        Assert.Matches("^sRefreshToken=[A-Za-z0-9%.]+; Path=/auth/session/refresh; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$", cookies[1]);
        Assert.Equal(2, cookies.Length);
        Assert.Equal("front-token", response.Header("access-control-expose-headers"));
        Assert.Null(response.Header("st-access-token"));
    }

    [Fact]
    public async Task Cookies_of_an_https_API_with_a_domain_are_secure_and_have_it()
    {
        await using var app = await SessionApp.StartAsync(
            session => (session.CookieDomain, session.AccessTokenPath) = (".example.com", "/api"),
            configure: options => (options.AppInfo.ApiDomain, options.AppInfo.WebsiteDomain) = ("https://api.example.com", "https://other.org"));
        using var response = await app.CreateFrontend().PostAsync("/login/user-1");

        Assert.Matches("; Domain=.example.com; Path=/api; Expires=[^;]+; HttpOnly; Secure; SameSite=None$", response.SetCookies()[0]);
        Assert.Matches("; Domain=.example.com; Path=/auth/session/refresh; Expires=[^;]+; HttpOnly; Secure; SameSite=None$", response.SetCookies()[1]);
    }

    [Fact]
    public async Task Cookies_browsers_would_drop_are_refused_with_a_message_that_says_what_to_set()
    {
        await using var app = await SessionApp.StartAsync(configure: options => (options.AppInfo.ApiDomain, options.AppInfo.WebsiteDomain) = ("http://api.example.com", "https://other.org"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateFrontend().PostAsync("/login/user-1"));

        Assert.Contains("SuperTokens:AppInfo:ApiDomain", exception.Message, StringComparison.Ordinal);
        Assert.Empty(app.Core.Calls);
    }

    [Fact]
    public async Task Signing_in_the_other_way_clears_the_tokens_sent_before()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync("cookie");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login/user-2");
        request.Headers.Add("st-auth-mode", "header");
        request.Headers.TryAddWithoutValidation("Cookie", $"sAccessToken={frontend.AccessToken}");

        using var response = await app.App.Server.CreateClient().SendAsync(request);

        Assert.Equal(("", ""), (response.Cookie("sAccessToken"), response.Cookie("sRefreshToken")));
        Assert.NotEmpty(response.Header("st-access-token")!);
        Assert.NotEqual("remove", response.Header("front-token"));
    }

    [Fact]
    public async Task The_access_token_is_shown_to_scripts_only_when_asked_for()
    {
        await using var app = await SessionApp.StartAsync(session => session.ExposeAccessTokenToFrontendInCookieBasedAuth = true);
        using var response = await app.CreateFrontend().PostAsync("/login/user-1");

        Assert.Equal(response.Cookie("sAccessToken"), response.Header("st-access-token"));
        Assert.Null(response.Header("st-refresh-token"));
        Assert.Equal("front-token, st-access-token", response.Header("access-control-expose-headers"));
    }

    [Fact]
    public async Task Names_of_cookies_and_headers_can_be_changed()
    {
        await using var app = await SessionApp.StartAsync(session =>
        {
            session.CookieName = (_, type) => $"my-{type}";
            session.ResponseHeaderName = (_, type) => $"x-{type}";
        });
        using var cookies = await app.CreateFrontend().PostAsync("/login/user-1");
        using var headers = await app.CreateFrontend("header").PostAsync("/login/user-1");

        Assert.NotNull(cookies.Cookie("my-Access"));
        Assert.NotNull(cookies.Cookie("my-Refresh"));
        Assert.NotNull(headers.Header("x-Access"));
        Assert.NotNull(headers.Header("x-Refresh"));
    }

    [Theory]
    [InlineData(TokenTransferMethod.Cookie, "header")]
    [InlineData(TokenTransferMethod.Header, "cookie")]
    public async Task A_fixed_transfer_method_wins_over_the_frontends_wish(TokenTransferMethod method, string wish)
    {
        await using var app = await SessionApp.StartAsync(session => session.TokenTransferMethod = method);
        using var response = await app.CreateFrontend(wish).PostAsync("/login/user-1");

        Assert.Equal(method == TokenTransferMethod.Cookie, response.Cookie("sAccessToken") is not null);
        Assert.Equal(method == TokenTransferMethod.Header, response.Header("st-access-token") is not null);
    }

    [Fact]
    public async Task The_transfer_method_can_be_decided_for_each_request()
    {
        await using var app = await SessionApp.StartAsync(session => session.TokenTransferMethodOfRequest =
            (context, isNew) => isNew || context.Request.Path != "/sessioninfo" ? TokenTransferMethod.Cookie : TokenTransferMethod.Header);
        var frontend = await app.SignInAsync();

        (await frontend.PostAsync("/protected")).AssertOk();
        await (await frontend.GetAsync("/sessioninfo")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task Merging_into_the_payload_sends_a_new_access_token_and_null_removes()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();

        (await frontend.PostAsync("/merge-payload", new JsonObject { ["custom"] = "value", ["nested"] = new JsonObject { ["a"] = 1 } })).AssertOk();
        Assert.Equal("value", (string?)frontend.Payload["custom"]);
        (await frontend.GetAsync("/sessioninfo")).AssertOk();

        (await frontend.PostAsync("/merge-payload", new JsonObject { ["custom"] = null })).AssertOk();
        Assert.False(frontend.Payload.ContainsKey("custom"));
        Assert.Equal(1, (int?)frontend.Payload["nested"]!["a"]);

        (await frontend.RefreshAsync()).AssertOk();
        Assert.Equal(1, (int?)frontend.Payload["nested"]!["a"]);
    }

    [Fact]
    public async Task Revoking_the_session_in_an_endpoint_clears_its_tokens()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var copy = frontend.Copy();

        (await frontend.PostAsync("/revoke-session")).AssertOk();

        Assert.Null(frontend.AccessToken);
        await (await copy.RefreshAsync()).AssertUnauthorisedAsync();
    }
}
