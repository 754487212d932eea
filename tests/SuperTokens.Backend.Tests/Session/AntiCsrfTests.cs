using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class AntiCsrfTests
{
    [Fact]
    public async Task Via_token_every_method_but_GET_needs_the_sessions_own_token()
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = AntiCsrfMode.ViaToken);
        var frontend = await app.SignInAsync();
        var token = Assert.IsType<string>(frontend.AntiCsrf);

        (await frontend.PostAsync("/protected")).AssertOk();
        (await frontend.GetAsync("/protected-anticsrf-get")).AssertOk();
        foreach (var wrong in new[] { null, "", "wrong", token + "x" })
        {
            frontend.AntiCsrf = wrong;
            (await frontend.GetAsync("/sessioninfo")).AssertOk();
            (await frontend.PostAsync("/protected-no-anticsrf")).AssertOk();
            await (await frontend.PostAsync("/protected")).AssertTryRefreshTokenAsync();
            await (await frontend.GetAsync("/protected-anticsrf-get")).AssertTryRefreshTokenAsync();
            await (await frontend.PostAsync("/auth/signout")).AssertTryRefreshTokenAsync();
        }

        frontend.AntiCsrf = token;
        (await frontend.PostAsync("/auth/signout")).AssertOk();
    }

    [Fact]
    public async Task Via_token_a_refresh_needs_the_token_and_brings_a_new_one()
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = AntiCsrfMode.ViaToken);
        var frontend = await app.SignInAsync();
        foreach (var wrong in new[] { null, "wrong" })
        {
            var attacker = frontend.Copy();
            attacker.AntiCsrf = wrong;
            using var refused = await attacker.RefreshAsync();
            refused.AssertClearsEverything();
            await refused.AssertUnauthorisedAsync();
        }

        var old = frontend.AntiCsrf;
        using (var refreshed = await frontend.RefreshAsync())
        {
            Assert.Equal("front-token, anti-csrf", refreshed.Header("access-control-expose-headers"));
        }

        Assert.NotEqual(old, frontend.AntiCsrf);
        (await frontend.PostAsync("/protected")).AssertOk();
    }

    [Fact]
    public async Task Via_custom_header_every_method_but_GET_needs_the_rid_header()
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = AntiCsrfMode.ViaCustomHeader);
        var frontend = await app.SignInAsync();
        Assert.Null(frontend.AntiCsrf);

        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        (await frontend.PostAsync("/protected-no-anticsrf")).AssertOk();
        await (await frontend.PostAsync("/protected")).AssertTryRefreshTokenAsync();
        await (await frontend.GetAsync("/protected-anticsrf-get")).AssertTryRefreshTokenAsync();
        await (await frontend.PostAsync("/auth/signout")).AssertTryRefreshTokenAsync();
        using (var refused = await frontend.Copy().RefreshAsync())
        {
            refused.AssertClearsEverything();
            await refused.AssertUnauthorisedAsync();
        }

        foreach (var rid in new[] { "anti-csrf", "session", "anything" })
        {
            frontend.Rid = rid;
            (await frontend.PostAsync("/protected")).AssertOk();
        }

        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.PostAsync("/auth/signout")).AssertOk();
    }

    [Fact]
    public async Task What_a_caller_sends_as_its_token_is_not_sent_back()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.RefreshAsync()).AssertOk();
        frontend.AntiCsrf = "sp\u00e4t";

        using var response = await frontend.GetAsync("/sessioninfo");

        Assert.NotNull(response.Cookie("sAccessToken"));
        Assert.Null(response.Header("anti-csrf"));
    }

    [Theory]
    [InlineData(AntiCsrfMode.ViaToken)]
    [InlineData(AntiCsrfMode.ViaCustomHeader)]
    public async Task Header_mode_needs_no_protection(AntiCsrfMode mode)
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = mode);
        var frontend = await app.SignInAsync("header");

        Assert.Null(frontend.AntiCsrf);
        (await frontend.PostAsync("/protected")).AssertOk();
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.PostAsync("/protected")).AssertOk();
    }

    [Fact]
    public async Task A_foreign_bearer_token_does_not_switch_the_protection_of_the_cookie_off()
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = AntiCsrfMode.ViaCustomHeader);
        var frontend = await app.SignInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/protected");
        request.Headers.TryAddWithoutValidation("Cookie", $"sAccessToken={frontend.AccessToken}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer foreign");

        await (await app.App.Server.CreateClient().SendAsync(request)).AssertTryRefreshTokenAsync();
    }

    [Theory]
    [InlineData(AntiCsrfMode.ViaToken)]
    [InlineData(AntiCsrfMode.ViaCustomHeader)]
    public async Task Where_ASP_NET_Core_authenticates_the_cookie_is_protected_alike(AntiCsrfMode mode)
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = mode, map: web =>
        {
            web.MapPost("/authorized-post", () => "in").RequireAuthorization();
            web.MapPost("/open-post", (HttpContext context) => context.GetSession()?.UserId ?? context.User.Identity?.Name ?? "unknown");
        });
        var frontend = await app.SignInAsync();
        var forged = frontend.Copy();
        forged.AntiCsrf = null;
        frontend.Rid = "anti-csrf";

        await (await forged.PostAsync("/authorized-post")).AssertTryRefreshTokenAsync();
        await (await forged.PostAsync("/open-post")).AssertAsync(HttpStatusCode.OK, "unknown");
        await (await frontend.PostAsync("/authorized-post")).AssertAsync(HttpStatusCode.OK, "in");
        await (await frontend.PostAsync("/open-post")).AssertAsync(HttpStatusCode.OK, "user-1");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task A_foreign_bearer_token_does_not_let_the_refresh_cookie_be_used_unprotected(string bearer)
    {
        await using var app = await SessionApp.StartAsync(session => session.AntiCsrf = AntiCsrfMode.ViaCustomHeader);
        var frontend = await app.SignInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Frontend.Refresh);
        request.Headers.TryAddWithoutValidation("Cookie", $"sRefreshToken={Uri.EscapeDataString(frontend.RefreshToken!)}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");

        await (await app.App.Server.CreateClient().SendAsync(request)).AssertUnauthorisedAsync();

        var before = frontend.RefreshToken;
        frontend.Rid = "anti-csrf";
        (await frontend.RefreshAsync()).AssertOk();
        Assert.NotEqual(before, frontend.RefreshToken);
    }

    [Theory]
    [InlineData("https://api.example.com", "https://www.example.com", false)]
    [InlineData("https://api.example.com", "https://example.org", true)]
    public async Task By_default_the_custom_header_is_needed_where_API_and_website_are_different_sites(string api, string website, bool needed)
    {
        await using var app = await SessionApp.StartAsync(configure: options => (options.AppInfo.ApiDomain, options.AppInfo.WebsiteDomain) = (api, website));
        var frontend = await app.SignInAsync();

        if (needed)
        {
            await (await frontend.PostAsync("/protected")).AssertTryRefreshTokenAsync();
            frontend.Rid = "anti-csrf";
        }

        (await frontend.PostAsync("/protected")).AssertOk();
    }
}
