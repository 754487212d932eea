using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Scaling;

/// <summary>What docs/scaling.md says of several instances and several hosts of the core.</summary>
public sealed class TwoOfEachTests : IAsyncLifetime
{
    private TwoOfEach _all = null!;

    public async Task InitializeAsync() => _all = await TwoOfEach.StartAsync();

    public async Task DisposeAsync() => await _all.DisposeAsync();

    [Fact]
    public async Task People_sign_up_use_refresh_and_sign_out_whichever_instance_answers()
    {
        using var browser = _all.CreateBrowser();
        var userId = await SignUpAsync(browser, "a@example.com");

        // Each twice, so that both instances get one: round robin alternates.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(userId, await browser.GetStringAsync("/mine"));
            Assert.Equal(userId, await browser.GetStringAsync("/mine-now"));
            await RefreshAsync(browser);
            Assert.Equal(userId, await browser.GetStringAsync("/mine"));
        }

        using var signedOut = await browser.PostAsync("/auth/signout", null);
        Assert.Equal("OK", (string?)(await signedOut.JsonAsync())["status"]);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [await StatusAsync(browser), await StatusAsync(browser)]);

        Assert.Equal(2, _all.Origin.Served.Count);
        Assert.All(_all.Cores, core => Assert.NotEmpty(core.Served));
    }

    [Fact]
    public async Task A_refresh_token_stolen_and_used_at_another_instance_ends_the_session_at_both()
    {
        var cookies = new CookieHandler(new SocketsHttpHandler { UseCookies = false });
        using var browser = new HttpClient(cookies) { BaseAddress = new Uri(_all.Origin.Address) };
        browser.DefaultRequestHeaders.Add("st-auth-mode", "cookie");
        await SignUpAsync(browser, "b@example.com");
        var stolen = cookies.Cookies.GetCookieHeader(new Uri(_all.Origin.Address + "/auth/session/refresh"));
        await RefreshAsync(browser);
        await RefreshAsync(browser);

        _all.Origin.SendTo(_all.Instances[1]);
        using var theft = await SendAsync(stolen, HttpMethod.Post, "/auth/session/refresh");
        Assert.Equal((HttpStatusCode.Unauthorized, """{"message":"token theft detected"}"""), (theft.StatusCode, await theft.Content.ReadAsStringAsync()));

        _all.Origin.SendTo(_all.Instances[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/mine-now"));
    }

    [Fact]
    public async Task Refreshes_of_one_session_at_once_at_both_instances_all_succeed()
    {
        var cookies = new CookieHandler(new SocketsHttpHandler { UseCookies = false });
        using var browser = new HttpClient(cookies) { BaseAddress = new Uri(_all.Origin.Address) };
        browser.DefaultRequestHeaders.Add("st-auth-mode", "cookie");
        await SignUpAsync(browser, "c@example.com");
        var held = cookies.Cookies.GetCookieHeader(new Uri(_all.Origin.Address + "/auth/session/refresh"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(held, HttpMethod.Post, "/auth/session/refresh")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_session_ended_at_one_instance_is_refused_by_the_other_where_it_asks_the_core()
    {
        using var browser = _all.CreateBrowser();
        await SignUpAsync(browser, "d@example.com");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await StatusAsync(browser), await StatusAsync(browser)]);

        _all.Origin.SendTo(_all.Instances[0]);
        var held = await CookiesAfterSignOutAsync(browser);

        // The access token lives on until it expires, at either instance: that is how these sessions work, cached or not.
        foreach (var instance in _all.Instances)
        {
            _all.Origin.SendTo(instance);
            using var known = await SendAsync(held, HttpMethod.Get, "/mine");
            using var asked = await SendAsync(held, HttpMethod.Get, "/mine-now");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (known.StatusCode, asked.StatusCode));
        }
    }

    [Fact]
    public async Task A_code_asked_for_at_one_instance_signs_in_at_the_other()
    {
        using var browser = _all.CreateBrowser();
        _all.Origin.SendTo(_all.Instances[0]);
        using var asked = await browser.PostAsJsonAsync("/auth/signinup/code", new { email = "e@example.com" });
        var device = await asked.JsonAsync();
        var mail = Assert.IsType<PasswordlessLoginEmail>(Assert.Single(_all.Mails));

        _all.Origin.SendTo(_all.Instances[1]);
        using var consumed = await browser.PostAsJsonAsync(
            "/auth/signinup/code/consume", new { deviceId = (string?)device["deviceId"], preAuthSessionId = (string?)device["preAuthSessionId"], userInputCode = mail.Code });
        Assert.Equal("OK", (string?)(await consumed.JsonAsync())["status"]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task A_password_reset_asked_for_at_one_instance_is_done_at_the_other()
    {
        using var browser = _all.CreateBrowser();
        await SignUpAsync(browser, "f@example.com");
        _all.Origin.SendTo(_all.Instances[0]);
        using var asked = await browser.PostAsJsonAsync("/auth/user/password/reset/token", Form(("email", "f@example.com")));
        var link = new Uri(Assert.IsType<PasswordResetEmail>(Assert.Single(_all.Mails)).Link);
        var token = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query)["token"].ToString();

        _all.Origin.SendTo(_all.Instances[1]);
        using var reset = await browser.PostAsJsonAsync("/auth/user/password/reset", Form(token, ("password", "another-1-password")));
        Assert.Equal("OK", (string?)(await reset.JsonAsync())["status"]);
    }

    [Fact]
    public async Task An_instance_that_is_new_knows_the_sessions_there_are_and_one_that_goes_takes_none_along()
    {
        using var browser = _all.CreateBrowser();
        var userId = await SignUpAsync(browser, "g@example.com");

        _all.Origin.SendTo(await _all.StartInstanceAsync());

        Assert.Equal(userId, await browser.GetStringAsync("/mine"));
        await RefreshAsync(browser);
        Assert.Equal(userId, await browser.GetStringAsync("/mine-now"));
    }

    [Fact]
    public async Task While_a_host_of_the_core_goes_people_sign_in_and_go_on()
    {
        using var browser = _all.CreateBrowser();
        await SignUpAsync(browser, "h@example.com");
        await _all.Cores[0].DisposeAsync();

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/mine-now"));
            await RefreshAsync(browser);
            using var newcomer = _all.CreateBrowser();
            await SignUpAsync(newcomer, $"h{i}@example.com");
        }
    }

    [Fact]
    public async Task Many_people_at_once_are_each_themselves_at_both_instances()
        => await Parallel.ForEachAsync(Enumerable.Range(0, 12), async (i, _) =>
        {
            using var browser = _all.CreateBrowser();
            var userId = await SignUpAsync(browser, $"many{i}@example.com");
            for (var round = 0; round < 5; round++)
            {
                Assert.Equal(userId, await browser.GetStringAsync("/mine", CancellationToken.None));
            }

            await RefreshAsync(browser);
            Assert.Equal(userId, await browser.GetStringAsync("/mine", CancellationToken.None));
        });

    private static async Task<string> SignUpAsync(HttpClient browser, string email)
    {
        using var answer = await browser.PostAsJsonAsync("/auth/signup", Form(("email", email), ("password", "a-good-1-password")));
        var json = await answer.JsonAsync();
        Assert.Equal("OK", (string?)json["status"]);
        return (string)json["user"]!["id"]!;
    }

    private static async Task RefreshAsync(HttpClient browser)
    {
        using var answer = await browser.PostAsync("/auth/session/refresh", null);
        answer.AssertOk();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path = "/mine")
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    private static JsonObject Form(params (string Id, string Value)[] fields) => Form(null, fields);

    private static JsonObject Form(string? token, params (string Id, string Value)[] fields)
    {
        var form = new JsonObject { ["formFields"] = new JsonArray([.. fields.Select(field => new JsonObject { ["id"] = field.Id, ["value"] = field.Value })]) };
        if (token is not null)
        {
            form["method"] = "token";
            form["token"] = token;
        }

        return form;
    }

    // Keeps what sign-out makes the browser forget, as somebody would who copied it.
    private static async Task<string> CookiesAfterSignOutAsync(HttpClient browser)
    {
        using var used = await browser.GetAsync("/mine");
        var held = string.Join("; ", used.RequestMessage!.Headers.GetValues("Cookie"));
        using var signedOut = await browser.PostAsync("/auth/signout", null);
        signedOut.AssertOk();
        return held;
    }

    private async Task<HttpResponseMessage> SendAsync(string cookies, HttpMethod method, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_all.Origin.Address) };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookies);
        request.Headers.Add("st-auth-mode", "cookie");
        return await client.SendAsync(request);
    }
}
