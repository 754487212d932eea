using System.Net;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The browser's prefixes of cookie names, and the move to them.</summary>
public sealed class CookiePrefixTests
{
    [Theory]
    [InlineData(SessionCookiePrefix.None, "sAccessToken", "sRefreshToken")]
    [InlineData(SessionCookiePrefix.Secure, "__Secure-sAccessToken", "__Secure-sRefreshToken")]
    [InlineData(SessionCookiePrefix.Host, "__Host-sAccessToken", "__Secure-sRefreshToken")]
    public async Task A_session_lives_in_cookies_of_the_chosen_names(SessionCookiePrefix prefix, string accessName, string refreshName)
    {
        await using var app = await StartAsync(session => session.CookiePrefix = prefix);
        using var begun = await SendAsync(app, HttpMethod.Post, "/login/user-1");
        var (access, refresh) = (begun.Cookie(accessName)!, begun.Cookie(refreshName)!);
        var lines = begun.Headers.GetValues("Set-Cookie").ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains("; Secure", line, StringComparison.Ordinal));
        Assert.Contains("; Path=/;", lines.Single(line => line.StartsWith(accessName + "=", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var used = await SendAsync(app, HttpMethod.Get, "/sessioninfo", $"{accessName}={access}");
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        using var refreshed = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, $"{refreshName}={Uri.EscapeDataString(refresh)}");
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        Assert.NotEqual(refresh, refreshed.Cookie(refreshName));
    }

    [Fact]
    public async Task A_cookie_that_another_host_could_set_is_no_session()
    {
        await using var app = await StartAsync(session => session.CookiePrefix = SessionCookiePrefix.Host);
        using var begun = await SendAsync(app, HttpMethod.Post, "/login/user-1");

        using var used = await SendAsync(app, HttpMethod.Get, "/sessioninfo", $"sAccessToken={begun.Cookie("__Host-sAccessToken")}");
        using var refreshed = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, $"sRefreshToken={Uri.EscapeDataString(begun.Cookie("__Secure-sRefreshToken")!)}");
        Assert.Equal(HttpStatusCode.Unauthorized, used.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
    }

    [Fact]
    public async Task On_the_move_a_refresh_replaces_the_old_cookies_and_signs_nobody_out()
    {
        await using var app = await StartAsync(session => (session.CookiePrefix, session.AcceptUnprefixedRefreshToken) = (SessionCookiePrefix.Host, true));
        using var begun = await SendAsync(app, HttpMethod.Post, "/login/user-1");
        var old = $"sAccessToken={begun.Cookie("__Host-sAccessToken")}; sRefreshToken={Uri.EscapeDataString(begun.Cookie("__Secure-sRefreshToken")!)}";

        using var used = await SendAsync(app, HttpMethod.Get, "/sessioninfo", old);
        Assert.Equal(HttpStatusCode.Unauthorized, used.StatusCode);
        using var refreshed = await SendAsync(app, HttpMethod.Post, Frontend.Refresh, old);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        Assert.NotEmpty(refreshed.Cookie("__Host-sAccessToken")!);
        Assert.NotEmpty(refreshed.Cookie("__Secure-sRefreshToken")!);
        Assert.Equal("", refreshed.Cookie("sAccessToken"));
        Assert.Equal("", refreshed.Cookie("sRefreshToken"));
    }

    [Fact]
    public async Task Signing_out_clears_cookies_of_either_name()
    {
        await using var app = await StartAsync(session => session.CookiePrefix = SessionCookiePrefix.Secure);
        using var begun = await SendAsync(app, HttpMethod.Post, "/login/user-1");
        using var ended = await SendAsync(app, HttpMethod.Post, "/auth/signout", $"__Secure-sAccessToken={begun.Cookie("__Secure-sAccessToken")}; sAccessToken=left-behind");

        Assert.Equal("", ended.Cookie("__Secure-sAccessToken"));
        Assert.Equal("", ended.Cookie("sAccessToken"));
    }

    public static TheoryData<string, Action<SessionOptions>, string> Refused => new()
    {
        { "http://localhost:4000", _ => { }, "Use https for SuperTokens:AppInfo:ApiDomain" },
        { "https://api.example.com", session => session.CookieSecure = false, "do not set CookieSecure to false" },
        { "https://api.example.com", session => session.CookieDomain = ".example.com", "Take out CookieDomain ('.example.com')" },
        { "https://api.example.com", session => session.AccessTokenPath = "/api", "AccessTokenPath ('/api'), or use Secure" },
        { "https://api.example.com", session => session.CookieName = (_, type) => $"my-{type}", "Set one of the two" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_browsers_would_drop_is_refused_at_start(string apiDomain, Action<SessionOptions> configure, string fix)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => SessionApp.StartAsync(
            session =>
            {
                session.CookiePrefix = SessionCookiePrefix.Host;
                configure(session);
            },
            configure: options => options.AppInfo.ApiDomain = apiDomain));

        Assert.StartsWith("SuperTokens:Session:CookiePrefix is 'Host'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(fix, failure.Message, StringComparison.Ordinal);
    }

    private static Task<SessionApp> StartAsync(Action<SessionOptions> session)
        => SessionApp.StartAsync(session, configure: options =>
        {
            options.AppInfo.ApiDomain = "https://api.example.com";
            options.AppInfo.WebsiteDomain = "https://example.com";
        });

    private static async Task<HttpResponseMessage> SendAsync(SessionApp app, HttpMethod method, string path, string? cookies = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("st-auth-mode", "cookie");
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return await app.App.Server.CreateClient().SendAsync(request);
    }
}
