using System.Net;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class CoreDownTests
{
    [Fact]
    public async Task Verified_requests_keep_working_for_a_day_past_the_refresh_interval()
    {
        await using var app = await SessionApp.StartAsync(
            session => session.JwksRefreshInterval = TimeSpan.FromHours(1), core: new() { AccessTokenValidity = 100 * 3600 });
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        app.Core.IsDown = true;

        foreach (var hours in new[] { 0, 2, 20 })
        {
            app.App.Time.Advance(TimeSpan.FromHours(hours));
            (await frontend.GetAsync("/sessioninfo")).AssertOk();
            (await frontend.GetAsync("/authorized")).AssertOk();
        }

        app.App.Time.Advance(TimeSpan.FromHours(4));
        await AssertServerErrorAsync(await frontend.GetAsync("/sessioninfo"));

        app.Core.IsDown = false;
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task What_needs_the_core_is_a_server_error_and_never_a_401()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        app.Core.IsDown = true;

        await AssertServerErrorAsync(await frontend.RefreshAsync());
        await AssertServerErrorAsync(await frontend.GetAsync("/check-db"));
        await AssertServerErrorAsync(await frontend.PostAsync("/auth/signout"));
        await AssertServerErrorAsync(await app.CreateFrontend().PostAsync("/login/user-2"));

        app.Core.IsDown = false;
        (await frontend.RefreshAsync()).AssertOk();
    }

    [Fact]
    public async Task Keys_that_could_never_be_fetched_are_a_server_error_also_where_ASP_NET_Core_authenticates()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        app.Core.IsDown = true;

        await AssertServerErrorAsync(await frontend.GetAsync("/sessioninfo"));
        await AssertServerErrorAsync(await frontend.GetAsync("/authorized"));
        await (await frontend.GetAsync("/open")).AssertAsync(HttpStatusCode.OK, "unknown");

        app.Core.IsDown = false;
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Theory]
    [InlineData("""{"kty":"RSA","kid":"k","n":"!","e":"AQAB"}""")]
    [InlineData("""{"kty":"RSA","kid":"k","n":"AQAB","e":"%"}""")]
    [InlineData("null")]
    public async Task Keys_that_are_none_are_a_server_error_also_where_ASP_NET_Core_authenticates(string key)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (app.Core.BrokenPath, app.Core.BrokenAnswer) = ("/.well-known/jwks.json", $$"""{"keys":[{{key}}]}""");

        await AssertServerErrorAsync(await frontend.GetAsync("/sessioninfo"));
        await AssertServerErrorAsync(await frontend.GetAsync("/authorized"));
        await (await frontend.GetAsync("/open")).AssertAsync(HttpStatusCode.OK, "unknown");
    }

    [Fact]
    public async Task Theft_is_only_answered_once_the_session_is_revoked()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        var thief = frontend.Copy();
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        app.Core.BrokenPath = "/recipe/session/remove";
        await AssertServerErrorAsync(await thief.Copy().RefreshAsync());

        app.Core.BrokenPath = null;
        await (await thief.RefreshAsync()).AssertAsync(HttpStatusCode.Unauthorized, """{"message":"token theft detected"}""");
        await (await frontend.RefreshAsync()).AssertUnauthorisedAsync();
    }

    private static async Task AssertServerErrorAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(response.SetCookies());
        Assert.DoesNotContain("core", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        response.Dispose();
    }
}
