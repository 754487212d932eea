using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Users;
using SuperTokens.EmbeddedCore;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>An application with sessions, an embedded core, and the endpoints the recordings' application had.</summary>
internal sealed class SessionApp : IAsyncDisposable
{
    private SessionApp(TestApp app, CoreSwitch core)
    {
        App = app;
        Core = core;
    }

    public TestApp App { get; }

    public CoreSwitch Core { get; }

    public static async Task<SessionApp> StartAsync(
        Action<SessionOptions>? session = null,
        Action<SuperTokensBuilder>? setUp = null,
        Action<SuperTokensOptions>? configure = null,
        Action<WebApplication>? map = null,
        CoreConfig? core = null)
    {
        var coreSwitch = new CoreSwitch();
        var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddSession(session).UseTestCore(options => options.CoreConfig = core ?? options.CoreConfig);
                builder.Services.AddHttpClient(SuperTokens.Backend.Core.CoreDefaults.HttpClientName).AddHttpMessageHandler(coreSwitch.CreateHandler);
                setUp?.Invoke(builder);
            },
            configure,
            application =>
            {
                Map(application);
                map?.Invoke(application);
            });
        return new SessionApp(app, coreSwitch);
    }

    /// <summary>A frontend without a session.</summary>
    /// <param name="mode">Its <c>st-auth-mode</c>: cookie, header, or none.</param>
    /// <returns>The frontend.</returns>
    public Frontend CreateFrontend(string? mode = "cookie") => new(App.Server.CreateClient(), mode);

    /// <summary>A frontend with a session of a user.</summary>
    /// <param name="mode">Its <c>st-auth-mode</c>: cookie, header, or none.</param>
    /// <param name="userId">The user.</param>
    /// <returns>The frontend.</returns>
    public async Task<Frontend> SignInAsync(string? mode = "cookie", string userId = "user-1")
    {
        var frontend = CreateFrontend(mode);
        using var response = await frontend.SendAsync(HttpMethod.Post, $"/login/{userId}");
        response.EnsureSuccessStatusCode();
        return frontend;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private static void Map(WebApplication app)
    {
        app.MapPost("/login/{userId}", async (string userId, HttpContext context, IRequestSessions sessions) =>
        {
            await sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)), context.RequestAborted);
            return Results.NoContent();
        });
        app.MapGet("/sessioninfo", Describe).RequireSession();
        app.MapPost("/protected", Describe).RequireSession();
        app.MapPost("/protected-no-anticsrf", Describe).RequireSession(new VerifySessionOptions { AntiCsrfCheck = false });
        app.MapGet("/protected-anticsrf-get", Describe).RequireSession(new VerifySessionOptions { AntiCsrfCheck = true });
        app.MapGet("/check-db", Describe).RequireSession(new VerifySessionOptions { CheckDatabase = true });
        app.MapGet("/sessioninfo-optional", (SessionContainer? session) => session is null ? "none" : session.Handle)
            .RequireSession(new VerifySessionOptions { SessionRequired = false });
        app.MapPost("/merge-payload", async (SessionContainer session, JsonObject changes) =>
        {
            await session.MergeIntoAccessTokenPayloadAsync(changes);
            return Results.Text(session.AccessTokenPayload.ToJsonString(), "application/json");
        }).RequireSession();
        app.MapPost("/revoke-session", async (SessionContainer session) => await session.RevokeAsync()).RequireSession();
        app.MapGet("/authorized", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)).RequireAuthorization();
        app.MapGet("/open", [AllowAnonymous] (ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true ? "known" : "unknown");
    }

    private static IResult Describe(SessionContainer session) => Results.Text(
        new JsonObject
        {
            ["sessionHandle"] = session.Handle,
            ["userId"] = session.UserId,
            ["recipeUserId"] = session.RecipeUserId.Value,
            ["tenantId"] = session.TenantId,
            ["accessTokenPayload"] = session.AccessTokenPayload.DeepClone(),
        }.ToJsonString(),
        "application/json");
}
