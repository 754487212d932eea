namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>
/// SuperTokens' own frontend packages, in a browser, on the wire with the generated web API at another origin: what they send is understood, and what
/// they get is what they expect.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class WireTests(WireSite site) : IClassFixture<WireSite>
{
    private const string Cookie = "cookie";
    private const string Header = "header";

    private static readonly string[] s_ways = ["fetch", "xhr", "axios"];

    public static TheoryData<string, string> Websites { get; } = new() { { "web-js", Cookie }, { "web-js", Header }, { "website", Cookie }, { "website", Header } };

    [WireTheory]
    [MemberData(nameof(Websites))]
    public Task Forms_say_which_field_is_wrong(string package, string mode)
        => site.VisitAsync(package, mode, async visitor =>
        {
            var (status, errors) = await visitor.SendAsync("Sign up", "nobody", "short");
            Assert.Equal("FIELD_ERROR", status);
            Assert.Equal(
                new Dictionary<string, string> { ["email"] = "Email is invalid", ["password"] = "Password must contain at least 8 characters, including a number" }, errors);
            Assert.False(await visitor.HasSessionAsync());

            await visitor.SignUpAsync();
            (status, errors) = await visitor.SendAsync("Sign up", visitor.Email, visitor.Password);
            Assert.Equal("FIELD_ERROR", status);
            Assert.Equal(new Dictionary<string, string> { ["email"] = "This email already exists. Please sign in instead." }, errors);
        });

    [WireTheory]
    [MemberData(nameof(Websites))]
    public Task People_sign_up_sign_out_and_sign_in_again(string package, string mode)
        => site.VisitAsync(package, mode, async visitor =>
        {
            string[] cookies = mode == Cookie ? ["sAccessToken", "sFrontToken", "sRefreshToken"] : ["sFrontToken", "st-access-token", "st-refresh-token"];
            await visitor.SignUpAsync();
            Assert.True(await visitor.HasSessionAsync());
            Assert.Equal(cookies, await visitor.ReadSessionCookiesAsync());
            Assert.Equal(mode == Header, (await visitor.Page.EvaluateAsync<string>("() => document.cookie")).Contains(visitor.AccessTokenCookie, StringComparison.Ordinal));

            await visitor.SignOutAsync();
            Assert.False(await visitor.HasSessionAsync());
            Assert.Empty(await visitor.ReadSessionCookiesAsync());
            Assert.Equal(401, (await visitor.AskAsync("fetch")).Status);

            Assert.Equal("WRONG_CREDENTIALS_ERROR", (await visitor.SendAsync("Sign in", visitor.Email, "Difference-Engine-1")).Status);
            Assert.False(await visitor.HasSessionAsync());
            Assert.Equal("OK", (await visitor.SendAsync("Sign in", visitor.Email, visitor.Password)).Status);
            Assert.Equal(cookies, await visitor.ReadSessionCookiesAsync());
            Assert.Equal(200, (await visitor.AskAsync("fetch")).Status);
        });

    [WireTheory]
    [MemberData(nameof(Websites))]
    public Task Each_way_to_call_the_API_carries_the_session(string package, string mode)
        => site.VisitAsync(package, mode, async visitor =>
        {
            foreach (var way in s_ways)
            {
                Assert.Equal(401, (await visitor.AskAsync(way)).Status);
            }

            await visitor.SignUpAsync();

            foreach (var way in s_ways)
            {
                Assert.Equal(200, (await visitor.AskAsync(way)).Status);
                Assert.Equal(way, (await visitor.RenameAsync(way))["displayName"]);
            }

            Assert.Empty(visitor.Refreshes);
        });

    [WireTheory]
    [MemberData(nameof(Websites))]
    public Task After_the_access_token_has_expired_each_way_to_call_refreshes_the_session_unseen(string package, string mode)
        => site.VisitAsync(package, mode, ("AccessTokenValidity", "1"), async visitor =>
        {
            await visitor.SignUpAsync();
            var handle = (await visitor.AskAsync("fetch"))["sessionHandle"];
            foreach (var way in s_ways)
            {
                var before = visitor.Refreshes.Count;
                await visitor.OutwaitAccessTokenAsync();

                Assert.Equal(handle, (await visitor.AskAsync(way))["sessionHandle"]);

                Assert.True(visitor.Refreshes.Count > before);
            }

            Assert.All(visitor.Refreshes, status => Assert.Equal(200, status));
        });

    [WireTheory]
    [MemberData(nameof(Websites))]
    public Task Two_tabs_that_are_told_at_once_to_refresh_do_so_once_and_keep_their_one_session(string package, string mode)
        => site.VisitAsync(package, mode, async visitor =>
        {
            await visitor.SignUpAsync();
            var handle = (await visitor.AskAsync("fetch"))["sessionHandle"];
            var first = visitor.Page;
            var second = await visitor.OpenTabAsync();
            await visitor.Context.ExpireAccessTokenAsync(visitor.AccessTokenCookie);

            // Nobody gets a new token before both have been told that theirs has expired.
            using var refusals = new SemaphoreSlim(0);
            visitor.Context.Response += (_, response) =>
            {
                if (response.Status == 401 && response.Request.Method == "GET")
                {
                    refusals.Release();
                }
            };
            await visitor.Context.RouteAsync("**" + WireVisitor.RefreshPath, async route =>
            {
                await refusals.WaitAsync();
                await refusals.WaitAsync();
                refusals.Release(2);
                await route.ContinueAsync();
            });

            var answers = await Task.WhenAll(visitor.AskAsync("fetch", tab: first), visitor.AskAsync("xhr", tab: second));

            Assert.All(answers, answer => Assert.Equal(handle, answer["sessionHandle"]));
            Assert.Equal([200], visitor.Refreshes);
            Assert.Equal(1, (await visitor.AskAsync("fetch", "/sessions", first)).Body.GetInt32());
            Assert.Equal(1, (await visitor.AskAsync("fetch", "/sessions", second)).Body.GetInt32());
        });

    [WireTheory]
    [InlineData("web-js", "ViaToken")]
    [InlineData("web-js", "ViaCustomHeader")]
    [InlineData("website", "ViaToken")]
    [InlineData("website", "ViaCustomHeader")]
    public Task With_anti_CSRF_a_request_that_has_the_cookies_alone_changes_nothing(string package, string antiCsrf)
        => site.VisitAsync(package, Cookie, ("SuperTokens__Session__AntiCsrf", antiCsrf), async visitor =>
        {
            await visitor.SignUpAsync();
            foreach (var way in s_ways)
            {
                Assert.Equal(way, (await visitor.RenameAsync(way))["displayName"]);
            }

            var plain = await visitor.OpenPlainTabAsync();
            Assert.Equal(401, await visitor.RenameAsync(plain, "forged"));
            var token = (await visitor.Context.CookiesAsync()).SingleOrDefault(cookie => cookie.Name == "sAntiCsrf")?.Value;
            Assert.Equal(antiCsrf == "ViaToken", token is not null);
            if (token is not null)
            {
                Assert.Equal(401, await visitor.RenameAsync(plain, "forged", ("rid", "anti-csrf")));
                Assert.Equal(401, await visitor.RenameAsync(plain, "forged", ("anti-csrf", Guid.NewGuid().ToString())));
            }

            Assert.Equal("axios", (await visitor.AskAsync("fetch", "/profile"))["displayName"]);
            Assert.Equal(200, await visitor.RenameAsync(plain, "proved", token is null ? ("rid", "anti-csrf") : ("anti-csrf", token)));
            Assert.Equal("proved", (await visitor.AskAsync("fetch", "/profile"))["displayName"]);

            await visitor.Context.ExpireAccessTokenAsync(visitor.AccessTokenCookie);
            Assert.Equal("xhr", (await visitor.RenameAsync("xhr"))["displayName"]);
            Assert.Equal([200], visitor.Refreshes);
            await visitor.SignOutAsync();
            Assert.False(await visitor.HasSessionAsync());
            Assert.Empty(await visitor.ReadSessionCookiesAsync());
            Assert.Equal(401, (await visitor.AskAsync("fetch")).Status);
        });

    [WireTheory]
    [InlineData("web-js", Cookie)]
    [InlineData("web-js", Header)]
    public Task People_verify_their_address_with_the_link_in_the_mail(string package, string mode)
        => site.VisitAsync(package, mode, async visitor =>
        {
            await visitor.SignUpAsync();
            Assert.Equal(403, (await visitor.AskAsync("fetch", "/verified")).Status);
            Assert.False(await visitor.Page.EvaluateAsync<bool>("() => site.isVerified()"));

            Assert.Equal("OK", await visitor.Page.EvaluateAsync<string>("() => site.sendMail()"));
            var link = new Uri((await visitor.ReadMailAsync()).Link);
            Assert.Equal("/auth/verify-email", link.AbsolutePath);
            await visitor.OpenTabAsync(link.Query.Replace('?', '&'));
            Assert.Equal("OK", await visitor.Page.EvaluateAsync<string>("() => site.verify()"));

            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => site.isVerified()"));
            Assert.True(await visitor.Page.EvaluateAsync<bool?>("() => site.claimIsVerified()"));
            Assert.Equal(200, (await visitor.AskAsync("fetch", "/verified")).Status);
        });
}
