using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>What strangers and mistakes meet in a Functions app that runs.</summary>
[Trait("Speed", "Slow")]
public sealed class GuardedFunctionsTests : IClassFixture<FunctionsApps>, IDisposable
{
    private const string Website = "http://localhost:3000";

    private readonly FunctionsApps _apps;
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly HttpClient _client;

    public GuardedFunctionsTests(FunctionsApps apps)
    {
        _apps = apps;
        _client = new HttpClient(_handler) { BaseAddress = apps.App(FunctionsApps.Guarded).Address };
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [Fact]
    public async Task People_sign_up_and_in_refresh_have_roles_and_sign_out_and_thieves_are_caught()
    {
        var app = _apps.App(FunctionsApps.Guarded);
        using var flow = new SignInFlow(app.Address, "/auth", ["emailpassword", "userroles", "usermetadata"]) { AdminPath = "/staff" };
        await flow.RunAsync((_, step) => step(), CancellationToken.None);
    }

    [Theory]
    [InlineData("/sessioninfo")]
    [InlineData("/members")]
    [InlineData("/staff")]
    [InlineData("/profile")]
    public async Task Without_a_session_a_protected_function_does_not_run(string path)
    {
        using var answer = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("""{"message":"unauthorised"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/hello", HttpStatusCode.Unauthorized)]
    [InlineData("/auth/signup/email/exists?email=ada@example.com", HttpStatusCode.OK)]
    [InlineData("/supertokens/inbox", HttpStatusCode.OK)]
    public async Task A_fallback_policy_closes_what_has_no_attribute_but_not_the_way_in(string path, HttpStatusCode expected)
        => Assert.Equal(expected, (await _client.GetAsync(new Uri(_apps.App(FunctionsApps.Closed).Address, path))).StatusCode);

    [Fact]
    public async Task What_is_too_large_for_the_server_is_413_and_not_our_fault()
    {
        using var body = new ByteArrayContent(new byte[31_000_000]);
        body.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reads") { Content = body };
        request.Headers.ExpectContinue = true;
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("""{"message":"The request body is too large"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_in_a_charset_that_nobody_knows_is_400()
    {
        using var person = await SignUpAsync("header");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/profile");
        request.Headers.Authorization = new("Bearer", person.Headers.GetValues("st-access-token").Single());
        request.Content = new StringContent("""{"displayName":"Ada"}""", new MediaTypeHeaderValue("application/json", "nobody-knows"));
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/auth")]
    [InlineData("/auth/")]
    [InlineData("/auth/nothing-here")]
    [InlineData("/supertokens/inbox/99")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_404(string path)
        => Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/auth/signin", "POST")]
    [InlineData("/sessioninfo", "GET")]
    [InlineData("/profile", "PUT")]
    [InlineData("/membership", "POST")]
    public async Task The_website_and_nobody_else_may_call_from_a_browser(string path, string method)
    {
        using var website = await PreflightAsync(path, method, Website);
        using var stranger = await PreflightAsync(path, method, "https://another-site.example");

        Assert.Equal(HttpStatusCode.NoContent, website.StatusCode);
        Assert.Equal([Website], website.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["true"], website.Headers.GetValues("Access-Control-Allow-Credentials"));
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Both_cookies_of_a_session_arrive_and_the_website_may_read_the_answer()
    {
        using var answer = await SignUpAsync("cookie");

        var cookies = answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]);
        Assert.Equal(["sAccessToken", "sRefreshToken"], cookies.Order(StringComparer.Ordinal));
        Assert.Equal([Website], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("front-token", Assert.Single(answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/twice", false)]
    [InlineData("/filtered", false)]
    [InlineData("/throws", false)]
    [InlineData("/hello", true)]
    public async Task Where_something_is_wrong_nothing_runs_and_nothing_is_told(string path, bool breaks)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (breaks)
        {
            request.Headers.Add("x-break", "1");
        }

        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ran", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hello")]
    [InlineData("/sessioninfo")]
    [InlineData("/auth/session/refresh")]
    public async Task Middleware_that_comes_before_the_request_lets_nobody_in(string path)
    {
        var app = _apps.App(FunctionsApps.Disordered);
        using var answer = await _client.GetAsync(new Uri(app.Address, path));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Contains("ConfigureFunctionsWebApplication has to come before UseMiddleware", app.Output, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SignUpAsync(string mode)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/signup");
        request.Headers.Add("Origin", Website);
        request.Headers.Add("st-auth-mode", mode);
        request.Content = JsonContent.Create(new
        {
            formFields = new[] { new { id = "email", value = $"{Guid.NewGuid():n}@example.com" }, new { id = "password", value = "Analytical-Engine-1" } },
        });
        return await _client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string path, string method, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "rid,content-type");
        return await _client.SendAsync(request);
    }
}
