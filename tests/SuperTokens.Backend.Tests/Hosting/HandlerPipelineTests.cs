using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting;

public sealed class HandlerPipelineTests
{
    private const string Website = "http://localhost:3000";

    [Fact]
    public async Task A_handler_without_attributes_is_open_and_knows_who_is_signed_in()
    {
        await using var app = await HandlerApp.StartAsync();

        Assert.Equal("open", await BodyAsync(await app.CreateFrontend().GetAsync("/Handlers/Open")));
        Assert.Equal("known", await BodyAsync(await (await app.SignInAsync()).GetAsync("/Handlers/Open")));
    }

    [Theory]
    [InlineData("/Handlers/Session")]
    [InlineData("/Handlers/Role")]
    [InlineData("/Handlers/Permission")]
    [InlineData("/Handlers/Authorized")]
    [InlineData("/ClosedHandlers/Closed")]
    [InlineData("/ClosedHandlers/Role")]
    [InlineData("/DerivedHandlers/Closed")]
    [InlineData("/DerivedHandlers/Role")]
    [InlineData("/DerivedHandlers/Added")]
    [InlineData("/tenants/public")]
    public async Task Without_a_session_the_answer_is_the_protocols_401(string path)
    {
        await using var app = await HandlerApp.StartAsync();
        await (await app.CreateFrontend().GetAsync(path)).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task A_session_lets_in()
    {
        await using var app = await HandlerApp.StartAsync();
        var frontend = await app.SignInAsync("ann");

        Assert.Equal("ann", await BodyAsync(await frontend.GetAsync("/Handlers/Session")));
        Assert.Equal("in", await BodyAsync(await frontend.GetAsync("/DerivedHandlers/Added")));
        Assert.Equal("in", await BodyAsync(await frontend.GetAsync("/Handlers/Authorized")));
    }

    [Theory]
    [InlineData("/Handlers/Role", "st-role")]
    [InlineData("/Handlers/Permission", "st-perm")]
    [InlineData("/ClosedHandlers/Role", "st-role")]
    [InlineData("/DerivedHandlers/Role", "st-role")]
    public async Task A_role_or_permission_is_needed_beside_the_session(string path, string claim)
    {
        await using var app = await HandlerApp.StartAsync();
        using var refused = await (await app.SignInAsync("bob")).GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains($"\"id\":\"{claim}\"", await BodyAsync(refused), StringComparison.Ordinal);

        var roles = app.Services.GetRequiredService<IUserRolesRecipe>();
        await roles.CreateNewRoleOrAddPermissionsAsync("editor", ["write"]);
        await roles.AddRoleToUserAsync("public", "ann", "editor");
        Assert.Equal("in", await BodyAsync(await (await app.SignInAsync("ann")).GetAsync(path)));
    }

    [Fact]
    public async Task The_tenant_of_the_route_is_required()
    {
        await using var app = await HandlerApp.StartAsync();
        var frontend = await app.SignInAsync();

        Assert.Equal("in", await BodyAsync(await frontend.GetAsync("/tenants/public")));
        Assert.Equal(HttpStatusCode.Forbidden, (await frontend.GetAsync("/tenants/acme")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await frontend.GetAsync("/Handlers/Tenant")).StatusCode);
    }

    [Fact]
    public async Task An_open_handler_of_a_closed_class_is_open()
    {
        await using var app = await HandlerApp.StartAsync();
        Assert.Equal("open", await BodyAsync(await app.CreateFrontend().GetAsync("/ClosedHandlers/Open")));
    }

    [Fact]
    public async Task An_applications_fallback_policy_closes_every_handler_that_is_not_open_to_all()
    {
        await using var app = await HandlerApp.StartAsync(setUp: builder => builder.Services
            .AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        var stranger = app.CreateFrontend();

        await (await stranger.GetAsync("/Handlers/Open")).AssertUnauthorisedAsync();
        Assert.Equal("open", await BodyAsync(await stranger.GetAsync("/Handlers/OpenToAll")));
        Assert.Equal("open", await BodyAsync(await stranger.GetAsync("/ClosedHandlers/Open")));
        Assert.Equal("known", await BodyAsync(await (await app.SignInAsync()).GetAsync("/Handlers/Open")));
    }

    [Theory]
    [InlineData("/lost")]
    [InlineData("/Handlers/FilteredByNobody")]
    [InlineData("/Handlers/FilteredByAKey")]
    [InlineData("/Handlers/ProtectedByNobody")]
    public async Task What_cannot_be_checked_lets_nobody_in(string path)
    {
        await using var app = await HandlerApp.StartAsync();
        using var answer = await (await app.SignInAsync()).GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("ran", await BodyAsync(answer), StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("nobody is let in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_only_describes_a_handler_keeps_out_nobody()
    {
        await using var app = await HandlerApp.StartAsync();
        Assert.Equal("in", await BodyAsync(await app.CreateFrontend().GetAsync("/Handlers/Described")));
    }

    [Fact]
    public async Task All_requests_of_a_handler_share_an_endpoint_because_authorization_keeps_a_policy_for_each()
    {
        await using var app = await HandlerApp.StartAsync();
        var frontend = await app.SignInAsync();

        var first = await BodyAsync(await frontend.GetAsync("/Handlers/WhichEndpoint"));

        Assert.Equal(first, await BodyAsync(await frontend.GetAsync("/Handlers/WhichEndpoint")));
        Assert.NotEqual(first, await BodyAsync(await frontend.GetAsync("/Handlers/WhichOther")));
    }

    [Theory]
    [InlineData(typeof(Handlers), nameof(Handlers.Open), false)]
    [InlineData(typeof(Handlers), nameof(Handlers.Session), true)]
    [InlineData(typeof(Handlers), nameof(Handlers.Role), true)]
    [InlineData(typeof(Handlers), nameof(Handlers.Authorized), true)]
    [InlineData(typeof(DerivedHandlers), nameof(DerivedHandlers.Added), true)]
    [InlineData(typeof(DerivedHandlers), nameof(DerivedHandlers.Role), true)]
    [InlineData(typeof(ClosedHandlers), nameof(ClosedHandlers.Open), false)]
    public void A_host_can_ask_whether_a_method_is_protected(Type type, string method, bool expected)
        => Assert.Equal(expected, SuperTokensPipeline.IsProtected(type.GetMethod(method)!));

    [Fact]
    public async Task Changed_tokens_come_with_the_answer()
    {
        await using var app = await HandlerApp.StartAsync();
        var frontend = await app.SignInAsync();
        var before = frontend.AccessToken;

        await frontend.GetAsync("/Handlers/SessionAndMore");

        Assert.NotEqual(before, frontend.AccessToken);
        Assert.True(frontend.Payload["more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_a_handler_throws_is_answered()
    {
        await using var app = await HandlerApp.StartAsync();
        var frontend = app.CreateFrontend();

        using var failed = await frontend.GetAsync("/Handlers/Fails");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("application/problem+json", failed.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await BodyAsync(failed), StringComparison.Ordinal);
        Assert.False(failed.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await frontend.GetAsync("/Handlers/LosesItsCore")).StatusCode);

        using var refused = await frontend.GetAsync("/Handlers/CannotRead");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("""{"message":"The request body is too large"}""", await BodyAsync(refused));
        Assert.False(refused.Headers.Contains("Set-Cookie"));

        using var ended = await frontend.GetAsync("/Handlers/LosesItsSession");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Equal("""{"message":"try refresh token"}""", await BodyAsync(ended));
    }

    [Fact]
    public async Task Preflights_are_answered_for_closed_handlers_too_and_for_the_website_only()
    {
        await using var app = await HandlerApp.StartAsync(policy => policy.WithHeaders("x-page"));
        using var website = await PreflightAsync(app, "/Handlers/Session", Website);
        using var stranger = await PreflightAsync(app, "/Handlers/Session", "http://evil.example");

        Assert.Equal(HttpStatusCode.NoContent, website.StatusCode);
        Assert.Equal(Website, website.Header("Access-Control-Allow-Origin"));
        Assert.Contains("x-page", website.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/Handlers/Open")]
    [InlineData("/Handlers/Session")]
    [InlineData("/Handlers/Fails")]
    [InlineData("/lost")]
    public async Task The_website_can_read_every_answer(string path)
    {
        await using var app = await HandlerApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", Website);
        using var answer = await app.CreateClient().SendAsync(request);

        Assert.Equal(Website, answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_handler_can_keep_the_website_out()
    {
        await using var app = await HandlerApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Handlers/WithoutCors");
        request.Headers.Add("Origin", Website);
        using var answer = await app.CreateClient().SendAsync(request);

        Assert.Equal("open", await BodyAsync(answer));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task No_handler_runs_for_OPTIONS()
    {
        await using var app = await HandlerApp.StartAsync();
        using var answer = await app.CreateFrontend().SendAsync(HttpMethod.Options, "/Handlers/Open");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await BodyAsync(answer));
    }

    [Theory]
    [InlineData("Development", "http://localhost", HttpStatusCode.OK)]
    [InlineData("Development", "http://rebound.example", HttpStatusCode.NotFound)]
    [InlineData("Production", "http://localhost", HttpStatusCode.NotFound)]
    public async Task The_inbox_is_served_where_it_is_asked_for_during_development_only(string environment, string origin, HttpStatusCode expected)
    {
        await using var app = await HandlerApp.StartAsync(environment: environment, setUp: builder => builder.AddEmailPassword());
        using var answer = await app.CreateClient().GetAsync(new Uri(origin + "/supertokens/inbox"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("handler", answer.Header("x-served-by"));
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.168.0.7", HttpStatusCode.NotFound)]
    public async Task The_inbox_is_not_for_neighbours_in_the_network_that_call_themselves_localhost(string caller, HttpStatusCode expected)
    {
        await using var app = await HandlerApp.StartAsync(environment: "Development", setUp: builder => builder.AddEmailPassword());

        var context = await app.Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(caller);
            request.Request.Method = "GET";
            request.Request.Path = "/supertokens/inbox";
        });

        Assert.Equal((int)expected, context.Response.StatusCode);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<HttpResponseMessage> PreflightAsync(HandlerApp app, string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return await app.CreateClient().SendAsync(request);
    }
}
