using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Hosting.Doctor;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Session;

public sealed class AspNetCoreTests
{
    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task Authorization_lets_sessions_through_and_answers_others_as_the_protocol_says(string mode)
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync(mode);

        await (await frontend.GetAsync("/authorized")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await app.CreateFrontend(mode).GetAsync("/authorized")).AssertUnauthorisedAsync();
        app.App.Time.Advance(TimeSpan.FromHours(2));
        await (await frontend.GetAsync("/authorized")).AssertTryRefreshTokenAsync();
    }

    [Fact]
    public async Task The_user_has_the_sessions_claims()
    {
        await using var app = await SessionApp.StartAsync(map: web => web.MapGet("/me", (HttpContext context) => string.Join(
            '|',
            context.User.FindFirstValue(ClaimTypes.NameIdentifier),
            context.User.FindFirstValue("sid") == context.GetSession()!.Handle,
            context.User.FindFirstValue("tId"),
            context.User.FindFirstValue("iss"),
            context.User.FindAll("tId").Count(),
            context.User.Identity!.AuthenticationType)).RequireSession());
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/me")).AssertAsync(HttpStatusCode.OK, "user-1|True|public|http://localhost:4000/auth|1|SuperTokens");
    }

    [Fact]
    public async Task Open_endpoints_stay_open_and_untouched()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/open")).AssertAsync(HttpStatusCode.OK, "known");
        foreach (var token in new[] { null, "garbage", frontend.AccessToken + "x" })
        {
            frontend.AccessToken = token;
            using var response = await frontend.GetAsync("/open");
            Assert.Empty(response.SetCookies());
            Assert.Null(response.Header("front-token"));
            await response.AssertAsync(HttpStatusCode.OK, "unknown");
        }
    }

    [Fact]
    public async Task A_token_the_core_renewed_while_authenticating_reaches_the_frontend()
    {
        await using var app = await SessionApp.StartAsync();
        var frontend = await app.SignInAsync();
        (await frontend.RefreshAsync()).AssertOk();
        var refreshed = frontend.AccessToken;

        (await frontend.GetAsync("/authorized")).AssertOk();

        Assert.NotEqual(refreshed, frontend.AccessToken);
        (await frontend.GetAsync("/authorized")).AssertOk();
        Assert.Equal(1, app.Core.Count("POST /recipe/session/verify"));
    }

    [Fact]
    public async Task An_endpoint_that_ends_the_session_is_not_undone_by_a_renewed_token()
    {
        await using var app = await SessionApp.StartAsync(map: web => web.MapPost("/end", async (HttpContext context) => await context.GetSession()!.RevokeAsync()).RequireAuthorization());
        var frontend = await app.SignInAsync();
        (await frontend.RefreshAsync()).AssertOk();

        (await frontend.PostAsync("/end")).AssertOk();

        Assert.Null(frontend.AccessToken);
        Assert.Null(frontend.FrontToken);
    }

    [Fact]
    public async Task A_session_whose_claims_are_not_as_required_is_no_session_for_open_endpoints()
    {
        var claim = new BooleanClaim("verified", (_, _, _, _, _) => new(new ClaimValue<bool>(false)));
        await using var app = await SessionApp.StartAsync(
            setUp: builder => builder.Services.AddSingleton<ISessionClaimSource>(new ClaimSource([claim], [claim.IsTrue()])),
            map: web => web.MapGet("/session-or-none", (HttpContext context) => context.GetSession()?.UserId ?? "none"));
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/session-or-none")).AssertAsync(HttpStatusCode.OK, "none");
        await (await frontend.GetAsync("/open")).AssertAsync(HttpStatusCode.OK, "unknown");
    }

    [Fact]
    public async Task A_policy_that_refuses_is_403_in_the_protocols_form()
    {
        await using var app = await SessionApp.StartAsync(map: web => web.MapGet("/policy", () => "in").RequireAuthorization(policy => policy.RequireClaim("never")));
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/policy")).AssertAsync(HttpStatusCode.Forbidden, """{"message":"invalid claim","claimValidationErrors":[]}""");
        await (await app.CreateFrontend().GetAsync("/policy")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_group_requires_a_session_of_all_its_endpoints()
    {
        await using var app = await SessionApp.StartAsync(map: web =>
        {
            var group = web.MapGroup("/group").RequireSession();
            group.MapGet("/a", () => "a");
            group.MapGet("/open", () => "open").AllowAnonymous();
        });

        await (await app.CreateFrontend().GetAsync("/group/a")).AssertUnauthorisedAsync();
        await (await app.CreateFrontend().GetAsync("/group/open")).AssertAsync(HttpStatusCode.OK, "open");
        await (await (await app.SignInAsync()).GetAsync("/group/a")).AssertAsync(HttpStatusCode.OK, "a");
    }

    [Fact]
    public async Task A_session_parameter_alone_needs_a_session_and_a_nullable_one_does_not()
    {
        await using var app = await SessionApp.StartAsync(map: web =>
        {
            web.MapGet("/needed", (SessionContainer session) => session.UserId);
            web.MapGet("/optional", (SessionContainer? session) => session?.UserId ?? "none");
        });
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/needed")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await frontend.GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await app.CreateFrontend().GetAsync("/needed")).AssertUnauthorisedAsync();
        await (await app.CreateFrontend().GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "none");
    }

    [Fact]
    public async Task Controllers_require_sessions_and_get_them_as_parameters()
    {
        await using var app = await SessionApp.StartAsync(
            setUp: builder => builder.Services.AddControllers().AddApplicationPart(typeof(SessionTestController).Assembly), map: web => web.MapControllers());
        var frontend = await app.SignInAsync();
        var stranger = app.CreateFrontend();

        await (await frontend.GetAsync("/controller/required")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await frontend.GetAsync("/controller/parameter")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await frontend.GetAsync("/controller/optional")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await frontend.GetAsync("/controller/authorized")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await stranger.GetAsync("/controller/required")).AssertUnauthorisedAsync();
        await (await stranger.GetAsync("/controller/parameter")).AssertUnauthorisedAsync();
        await (await stranger.GetAsync("/controller/optional")).AssertAsync(HttpStatusCode.OK, "none");
        await (await stranger.GetAsync("/controller/authorized")).AssertUnauthorisedAsync();

        (await frontend.PostAsync("/auth/signout")).AssertOk();
    }

    [Fact]
    public async Task An_attribute_that_checks_the_database_notices_a_revoked_session()
    {
        await using var app = await SessionApp.StartAsync(
            setUp: builder => builder.Services.AddControllers().AddApplicationPart(typeof(SessionTestController).Assembly), map: web => web.MapControllers());
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/controller/checked")).AssertOk();
        (await frontend.Copy().PostAsync("/auth/signout")).AssertOk();

        await (await frontend.GetAsync("/controller/checked")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task Sessions_bring_no_data_protection_along_whose_keys_would_lie_on_disk()
    {
        await using var app = await TestApp.StartAsync(builder => builder.AddSession().UseTestCore());

        Assert.Null(app.Services.GetService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>());
    }

    [Fact]
    public async Task A_controllers_parameter_asks_for_a_session_also_where_MVC_takes_no_parameter_for_required()
    {
        await using var app = await SessionApp.StartAsync(
            setUp: builder => builder.Services
                .AddControllers(mvc => mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true)
                .AddApplicationPart(typeof(AspNetCoreTests).Assembly),
            map: web => web.MapControllers());

        await (await app.CreateFrontend().GetAsync("/controller/parameter")).AssertUnauthorisedAsync();
        await (await app.CreateFrontend().GetAsync("/controller/optional")).AssertAsync(HttpStatusCode.OK, "none");
        await (await (await app.SignInAsync()).GetAsync("/controller/parameter")).AssertAsync(HttpStatusCode.OK, "user-1");
    }

    [Fact]
    public async Task Another_default_scheme_of_the_application_stays_the_default()
    {
        await using var app = await SessionApp.StartAsync(setUp: builder => builder.Services.AddAuthentication("Other").AddCookie("Other"));
        var frontend = await app.SignInAsync();

        await (await frontend.GetAsync("/open")).AssertAsync(HttpStatusCode.OK, "unknown");
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
    }

    [Fact]
    public async Task The_attribute_protects_a_lambda_and_a_delegate_too()
    {
        await using var app = await SessionApp.StartAsync(map: web =>
        {
            web.MapGet("/lambda", [RequireSession] () => "in");
            web.MapGet("/optional", [RequireSession(SessionRequired = false)] (HttpContext context) => context.GetSession()?.UserId ?? "none");
            web.MapGet("/checked", [RequireSession(CheckDatabase = true)] [AllowAnonymous] () => "open");
            web.MapGet("/delegate", [RequireSession] (HttpContext context) => context.Response.WriteAsync("in"));
        });
        var frontend = await app.SignInAsync();

        foreach (var path in (string[])["/lambda", "/delegate"])
        {
            await (await app.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
            await (await frontend.GetAsync(path)).AssertAsync(HttpStatusCode.OK, "in");
        }

        await (await app.CreateFrontend().GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "none");
        await (await frontend.GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "user-1");
        await (await app.CreateFrontend().GetAsync("/checked")).AssertAsync(HttpStatusCode.OK, "open");
    }

    [Fact]
    public async Task Where_routing_comes_after_SuperTokens_the_attribute_lets_nobody_in()
    {
        await using var app = await SessionApp.StartAsync(map: web =>
        {
            web.UseRouting();
            web.MapGet("/late", [RequireSession] () => "in");
            web.MapGet("/late-open", () => "open");
        });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateFrontend().GetAsync("/late"));
        Assert.Contains("app.UseRouting(); before app.UseSuperTokens();", exception.Message, StringComparison.Ordinal);
        await (await app.CreateFrontend().GetAsync("/late-open")).AssertAsync(HttpStatusCode.OK, "open");
    }

    [Fact]
    public async Task Where_SuperTokens_is_not_in_the_pipeline_the_attribute_lets_nobody_in()
    {
        await using var app = DoctorApp.Build(pipeline: web => web.MapGet("/mine", [RequireSession] () => "in"));
        await app.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetTestClient().GetAsync(new Uri("/mine", UriKind.Relative)));
        Assert.Contains("Write app.UseSuperTokens();", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("HEAD")]
    [InlineData("PROPFIND")]
    public async Task No_method_passes_without_a_session(string method)
    {
        await using var app = await SessionApp.StartAsync(map: web => web.Map("/any", (HttpResponse response) => response.Headers["x-in"] = "in").RequireSession());

        using var response = await app.CreateFrontend().SendAsync(new HttpMethod(method), "/any");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(response.Header("x-in"));
    }
}

[ApiController]
[Route("controller")]
public sealed class SessionTestController : ControllerBase
{
    [HttpGet("required")]
    [RequireSession]
    public string Required() => HttpContext.GetSession()!.UserId;

    [HttpGet("checked")]
    [RequireSession(CheckDatabase = true)]
    public string Checked() => HttpContext.GetSession()!.UserId;

    [HttpGet("parameter")]
    public string Parameter(SessionContainer session) => $"{session.UserId}{Request.Query["x"]}";

    [HttpGet("optional")]
    public string Optional(SessionContainer? session) => $"{session?.UserId ?? "none"}{Request.Query["x"]}";

    [HttpGet("authorized")]
    [Authorize]
    public string Authorized() => User.FindFirstValue(ClaimTypes.NameIdentifier)!;
}
