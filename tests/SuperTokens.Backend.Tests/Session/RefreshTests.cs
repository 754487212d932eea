using System.Net;
using SuperTokens.EmbeddedCore;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class RefreshTests
{
    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task A_refresh_token_used_after_its_successor_is_theft_and_ends_the_session(string mode)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync(mode);
        var thief = frontend.Copy();
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        var victim = frontend.Copy();

        using var response = await thief.RefreshAsync();

        response.AssertClearsEverything();
        await response.AssertAsync(HttpStatusCode.Unauthorized, """{"message":"token theft detected"}""");
        await (await victim.RefreshAsync()).AssertUnauthorisedAsync();
        Assert.Contains(app.App.Log.Lines, line => line.Contains("Warning", StringComparison.Ordinal) && line.Contains("used again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refresh_token_used_twice_before_its_successor_is_no_theft()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var sameTokens = frontend.Copy();

        (await frontend.RefreshAsync()).AssertOk();
        (await sameTokens.RefreshAsync()).AssertOk();
        (await sameTokens.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task Refreshes_at_once_of_one_token_all_succeed()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => frontend.Copy().RefreshAsync()));

        Assert.All(responses, response => response.AssertOk());
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task An_expired_access_token_is_refreshed(string mode)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync(mode);
        app.App.Time.Advance(TimeSpan.FromHours(2));

        foreach (var path in new[] { "/sessioninfo", "/sessioninfo-optional", "/check-db", "/authorized" })
        {
            await (await frontend.GetAsync(path)).AssertTryRefreshTokenAsync();
        }

        await (await frontend.PostAsync("/auth/signout")).AssertTryRefreshTokenAsync();
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task An_expired_refresh_token_ends_the_session()
    {
        await using var app = await SessionApp.StartAsync(core: new CoreConfig { RefreshTokenValidity = 120 });
        var frontend = await app.SignInAsync();
        app.App.Time.Advance(TimeSpan.FromHours(3));

        using var response = await frontend.RefreshAsync();

        response.AssertClearsEverything();
        await response.AssertUnauthorisedAsync();
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    [InlineData(null)]
    public async Task Without_a_refresh_token_all_tokens_are_cleared_and_the_core_is_not_asked(string? mode)
    {
        await using var app = await SessionApp.StartAsync();

        using var response = await app.CreateFrontend(mode).RefreshAsync();

        response.AssertClearsEverything();
        await response.AssertUnauthorisedAsync();
        Assert.Empty(app.Core.Calls);
    }

    [Fact]
    public async Task An_access_token_alone_is_cleared()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        frontend.RefreshToken = null;

        using var response = await frontend.RefreshAsync();

        response.AssertClearsEverything();
        await response.AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_malformed_refresh_token_is_unauthorised()
    {
        await using var app = await SessionApp.StartAsync();
        string[] tokens = ["garbage", "a.b.V2", "a.b.c.d", "%00%ff%zz"];
        foreach (var (token, mode) in tokens.SelectMany(token => new[] { (token, "cookie"), (token, "header") }))
        {
            var frontend = app.CreateFrontend(mode);
            frontend.RefreshToken = token;
            using var response = await frontend.RefreshAsync();
            response.AssertClearsEverything();
            await response.AssertUnauthorisedAsync();
        }
    }

    [Fact]
    public async Task A_legacy_cookie_asks_for_a_refresh_which_clears_it()
    {
        await using var app = await SessionApp.StartAsync();
        await (await SendAsync(app, HttpMethod.Get, "/sessioninfo", "sIdRefreshToken=legacy")).AssertTryRefreshTokenAsync();

        using var response = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, "sIdRefreshToken=legacy");

        Assert.Equal("sIdRefreshToken=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax", response.SetCookies()[0]);
        response.AssertClearsEverything();
        await response.AssertUnauthorisedAsync();

        var frontend = await app.SignInAsync();
        using var refreshed = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, $"sIdRefreshToken=legacy; sRefreshToken={Uri.EscapeDataString(frontend.RefreshToken!)}");
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        Assert.Equal("", refreshed.Cookie("sIdRefreshToken"));
    }

    [Fact]
    public async Task Cookies_sent_twice_are_cleared_from_the_older_domain_and_the_frontend_stays_signed_in()
    {
        await using var app = await SessionApp.StartAsync(session => (session.CookieDomain, session.OlderCookieDomain) = (".example.com", "api.example.com"));
        var frontend = await app.SignInAsync();
        var refresh = Uri.EscapeDataString(frontend.RefreshToken!);

        await (await SendAsync(app, HttpMethod.Get, "/sessioninfo", $"sAccessToken={frontend.AccessToken}; sAccessToken={frontend.AccessToken}")).AssertTryRefreshTokenAsync();
        using var response = await SendAsync(
            app, HttpMethod.Post, Frontend.Refresh, $"sAccessToken={frontend.AccessToken}; sRefreshToken={refresh}; sAccessToken=old; sRefreshToken=old");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(DuplicateSessionCookiesException.Answer, (string?)(await response.JsonAsync())["message"]);
        Assert.Equal(
            [
                "sAccessToken=; Domain=api.example.com; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
                "sRefreshToken=; Domain=api.example.com; Path=/auth/session/refresh; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
            ],
            response.SetCookies());
        Assert.Null(response.Header("front-token"));
        (await frontend.RefreshAsync()).AssertOk();
    }

    [Fact]
    public async Task Cookies_sent_twice_are_a_bad_request_when_no_older_domain_is_known()
    {
        await using var app = await SessionApp.StartAsync();

        using var response = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, "sRefreshToken=one; sRefreshToken=two");

        // The beginning of what supertokens-node says: people search for it.
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("The request contains multiple session cookies.", (string?)(await response.JsonAsync())["message"]);
        Assert.Contains(app.App.Log.Lines, line => line.Contains("SuperTokens:Session:OlderCookieDomain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refresh_by_header_clears_cookies_sent_with_it()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync("header");
        using var request = new HttpRequestMessage(HttpMethod.Post, Frontend.Refresh);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {frontend.RefreshToken}");
        request.Headers.TryAddWithoutValidation("Cookie", "sRefreshToken=old");

        using var response = await app.App.Server.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", response.Cookie("sRefreshToken"));
        Assert.NotEmpty(response.Header("st-refresh-token")!);
        Assert.NotEqual("remove", response.Header("front-token"));
    }

    [Fact]
    public async Task Only_POST_refreshes_and_signs_out()
    {
        await using var app = await SessionApp.StartAsync();
        foreach (var path in new[] { Frontend.Refresh, "/auth/signout" })
        {
            using var response = await app.CreateFrontend().GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(SessionApp app, HttpMethod method, string path, string cookies)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        return await app.App.Server.CreateClient().SendAsync(request);
    }
}
