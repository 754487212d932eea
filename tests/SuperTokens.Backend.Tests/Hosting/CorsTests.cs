using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Hosting;

public sealed class CorsTests
{
    private const string Website = "http://localhost:3000";

    [Theory]
    [InlineData("/auth/signin")]
    [InlineData("/auth/does-not-exist")]
    [InlineData("/app")]
    public async Task A_preflight_of_the_website_is_answered_for_every_path(string path)
    {
        await using var app = await StartAsync();
        using var answer = await PreflightAsync(app, path, Website);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(Website, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("true", Header(answer, "Access-Control-Allow-Credentials"));
        Assert.Equal("GET,HEAD,PUT,PATCH,POST,DELETE", Header(answer, "Access-Control-Allow-Methods"));
        Assert.Equal("content-type,rid,fdi-version,anti-csrf,authorization,st-auth-mode", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:3001")]
    [InlineData("https://localhost:3000")]
    [InlineData("http://localhost:3000.evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task No_other_origin_is_allowed(string origin)
    {
        await using var app = await StartAsync();
        using var preflight = await PreflightAsync(app, "/auth/signin", origin);
        using var request = await SendAsync(app, HttpMethod.Post, "/auth/signin", origin);

        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(request.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("Origin", Header(request, "Vary"));
    }

    [Theory]
    [InlineData("POST", "/auth/signin")]
    [InlineData("GET", "/app")]
    public async Task The_website_may_read_answers_and_the_headers_its_SDK_needs(string method, string path)
    {
        await using var app = await StartAsync();
        using var answer = await SendAsync(app, new HttpMethod(method), path, Website);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Website, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("true", Header(answer, "Access-Control-Allow-Credentials"));
        Assert.Equal("front-token,anti-csrf,st-access-token,st-refresh-token", Header(answer, "Access-Control-Expose-Headers"));
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Fact]
    public async Task An_answer_without_an_origin_varies_by_origin_too()
    {
        await using var app = await StartAsync();
        using var answer = await app.CreateClient().GetAsync("/app");
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Fact]
    public async Task A_server_error_can_be_read_by_the_website()
    {
        await using var app = await StartAsync();
        using var answer = await SendAsync(app, HttpMethod.Post, "/auth/fails", Website);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(Website, Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_origin_may_differ_by_request()
    {
        await using var app = await StartAsync(options => options.AppInfo.OriginOfRequest
            = context => context?.Request.Headers["x-tenant"].ToString() == "two" ? "https://two.example" : "https://one.example");

        using var one = await SendAsync(app, HttpMethod.Get, "/app", "https://one.example");
        using var oneAsTwo = await SendAsync(app, HttpMethod.Get, "/app", "https://one.example", "two");
        using var two = await SendAsync(app, HttpMethod.Get, "/app", "https://two.example", "two");

        Assert.Equal("https://one.example", Header(one, "Access-Control-Allow-Origin"));
        Assert.False(oneAsTwo.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("https://two.example", Header(two, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_application_can_add_its_own_headers()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSuperTokens(PipelineTests.Configure);
        builder.Services.AddLeakCheck();
        await using var app = builder.Build();
        app.UseSuperTokensCors(policy => policy.WithHeaders("x-page").WithExposedHeaders("x-total"));
        var pipeline = ((IApplicationBuilder)app).Build();

        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = "OPTIONS";
        context.Request.Headers.Origin = Website;
        context.Request.Headers.AccessControlRequestMethod = "POST";
        await pipeline(context);

        Assert.Equal("content-type,rid,fdi-version,anti-csrf,authorization,st-auth-mode,x-page", context.Response.Headers.AccessControlAllowHeaders);
    }

    private static Task<TestApp> StartAsync(Action<SuperTokens.Backend.Configuration.SuperTokensOptions>? configure = null) => TestApp.StartAsync(
        new StubCore(),
        builder => builder.Services.AddSingleton<ISuperTokensEndpoints>(new TestEndpoints(
            TestEndpoints.Echo("emailpassword", "POST", "/signin"),
            new SuperTokensEndpoint("x", "POST", "/fails", (_, _) => throw new InvalidOperationException("inside")))),
        configure,
        app => app.MapGet("/app", () => "app"));

    private static async Task<HttpResponseMessage> PreflightAsync(TestApp app, string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,fdi-version,rid,st-auth-mode");
        return await app.CreateClient().SendAsync(request);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, HttpMethod method, string path, string origin, string? tenant = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.Add("x-tenant", tenant ?? "one");
        return await app.CreateClient().SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join("; ", answer.Headers.GetValues(name));
}
