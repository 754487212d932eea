using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting;

public sealed class DispatcherTests
{
    [Theory]
    [InlineData("POST", "/auth/signin", "emailpassword public")]
    [InlineData("POST", "/auth/signin/", "emailpassword public")]
    [InlineData("POST", "/auth/signin?x=1", "emailpassword public")]
    [InlineData("POST", "/auth/tenant-1/signin", "emailpassword tenant-1")]
    [InlineData("POST", "/auth/public/signin", "emailpassword public")]
    [InlineData("GET", "/auth/.well-known/test", "openid public")]
    [InlineData("GET", "/auth/does-not-exist", null)]
    [InlineData("GET", "/auth", null)]
    [InlineData("GET", "/auth/", null)]
    [InlineData("GET", "/auth/signin", null)]
    [InlineData("HEAD", "/auth/signin", null)]
    [InlineData("OPTIONS", "/auth/signin", null)]
    [InlineData("HEAD", "/auth/.well-known/test", null)]
    [InlineData("POST", "/AUTH/signin", null)]
    [InlineData("POST", "/auth/Signin", null)]
    [InlineData("POST", "/auth//signin", null)]
    [InlineData("POST", "/auth/signin//", null)]
    [InlineData("POST", "/authx/signin", null)]
    [InlineData("POST", "/signin", null)]
    [InlineData("POST", "/auth/a/b/signin", null)]
    [InlineData("POST", "/auth/ten_ant/signin", null)]
    [InlineData("POST", "/auth/ten%20ant/signin", null)]
    public async Task Path_and_method_are_matched_exactly_and_the_rest_is_left_to_the_application(string method, string url, string? expected)
        => Assert.Equal(expected ?? "the application", await SendAsync(method, url));

    [Theory]
    [InlineData(null, "emailpassword")]
    [InlineData("", "emailpassword")]
    [InlineData("emailpassword", "emailpassword")]
    [InlineData("passwordless", "passwordless")]
    [InlineData("thirdpartyemailpassword", "emailpassword")]
    [InlineData("thirdpartypasswordless", "passwordless")]
    [InlineData("session", "emailpassword")]
    [InlineData("anti-csrf", "emailpassword")]
    [InlineData("unknown", "emailpassword")]
    public async Task The_rid_header_chooses_among_recipes_that_share_a_path(string? rid, string expected)
    {
        Assert.Equal($"{expected} public", await SendAsync("GET", "/auth/signup/email/exists", rid));
        Assert.Equal($"{expected} t1", await SendAsync("GET", "/auth/t1/signup/email/exists", rid));
    }

    [Theory]
    [InlineData(null, "exact public")]
    [InlineData("exact", "exact public")]
    [InlineData("tenant", "tenant user")]
    public async Task A_path_that_matches_without_a_tenant_comes_before_one_that_needs_it(string? rid, string expected)
        => Assert.Equal(expected, await SendAsync("GET", "/auth/user/email", rid));

    [Theory]
    [InlineData("/gateway", "/auth", "/auth/signin")]
    [InlineData(null, "/", "/signin")]
    [InlineData(null, "/api/v1", "/api/v1/signin")]
    public async Task Base_and_gateway_paths_decide_where_the_endpoints_are(string? gateway, string basePath, string url)
    {
        await using var app = await StartAsync(gateway, basePath);
        using var answer = await app.CreateClient().PostAsync(url, null);
        Assert.Equal("emailpassword public", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_endpoint_that_does_not_handle_leaves_the_request_to_the_application()
    {
        Assert.Equal("the application", await SendAsync("GET", "/auth/declines"));
    }

    private static Task<TestApp> StartAsync(string? gateway = null, string? basePath = null) => TestApp.StartAsync(
        new StubCore(),
        builder => builder.Services.AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(
            TestEndpoints.Echo("emailpassword", "POST", "/signin"),
            TestEndpoints.Echo("emailpassword", "GET", "/signup/email/exists"),
            TestEndpoints.Echo("passwordless", "GET", "/signup/email/exists"),
            TestEndpoints.Echo("tenant", "GET", "/email"),
            TestEndpoints.Echo("exact", "GET", "/user/email"),
            TestEndpoints.Echo("openid", "GET", "/.well-known/test"),
            new SuperTokensEndpoint("none", "GET", "/declines", (_, _) => Task.FromResult<IResult?>(null)))),
        options =>
        {
            options.AppInfo.ApiGatewayPath = gateway;
            options.AppInfo.ApiBasePath = basePath;
        },
        app => app.MapFallback("/{**path}", (HttpResponse response) => response.Headers["x-from"] = "the application"));

    private static async Task<string> SendAsync(string method, string url, string? rid = null)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (rid is not null)
        {
            request.Headers.TryAddWithoutValidation("rid", rid);
        }

        using var answer = await app.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.TryGetValues("x-from", out var from) ? from.Single() : await answer.Content.ReadAsStringAsync();
    }
}
