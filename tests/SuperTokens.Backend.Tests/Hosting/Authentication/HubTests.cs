using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>SignalR's own client against hubs of an application in memory.</summary>
public sealed class HubTests
{
    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task A_session_in_a_cookie_opens_a_hub(HttpTransportType transport)
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync();

        await using var hub = await ConnectAsync(app, "/hub", transport, cookie: frontend.AccessToken);

        Assert.Equal("user-1", await hub.InvokeAsync<string>("WhoAmI"));
        Assert.Equal("http://localhost:4000/auth", await hub.InvokeAsync<string>("Issuer"));
    }

    [Theory]
    [InlineData("/hub")]
    [InlineData("/open-hub")]
    public async Task Without_a_session_a_hub_stays_closed(string path)
    {
        await using var app = await StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(app, "/hub", HttpTransportType.LongPolling));
        if (path == "/open-hub")
        {
            await using var hub = await ConnectAsync(app, path, HttpTransportType.LongPolling);
            Assert.Equal("nobody", await hub.InvokeAsync<string>("WhoAmI"));
            foreach (var method in (string[])["SignedIn", "Editors", "Pro", "Recent", "Stored", "Policy"])
            {
                await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>(method));
            }
        }
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    public async Task A_token_in_the_query_counts_on_the_hub_that_accepts_it(HttpTransportType transport)
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync("header");

        await using var hub = await ConnectAsync(app, "/query-hub", transport, query: frontend.AccessToken);

        Assert.Equal("user-1", await hub.InvokeAsync<string>("WhoAmI"));
    }

    [Theory]
    [InlineData("/hub", HttpTransportType.WebSockets)]
    [InlineData("/hub", HttpTransportType.ServerSentEvents)]
    [InlineData("/query-hub", HttpTransportType.LongPolling)]
    public async Task Elsewhere_a_token_in_the_query_counts_for_nothing(string path, HttpTransportType transport)
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync("header");

        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(app, path, transport, query: frontend.AccessToken));
        await (await app.CreateFrontend().GetAsync($"/authorized?access_token={frontend.AccessToken}")).AssertUnauthorisedAsync();
    }

    [Fact]
    public async Task Methods_ask_of_the_session_what_their_attributes_say()
    {
        await using var app = await StartAsync();
        var roles = app.App.Services.GetRequiredService<IUserRolesRecipe>();
        await roles.CreateNewRoleOrAddPermissionsAsync("editor", ["write"]);
        var frontend = await app.SignInAsync();
        await using (var hub = await ConnectAsync(app, "/open-hub", HttpTransportType.WebSockets, cookie: frontend.AccessToken))
        {
            foreach (var method in (string[])["Editors", "Pro"])
            {
                await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>(method));
            }

            foreach (var method in (string[])["SignedIn", "Recent", "Stored", "Policy"])
            {
                Assert.Equal("in", await hub.InvokeAsync<string>(method));
            }
        }

        await roles.AddRoleToUserAsync("public", "user-1", "editor");
        var editor = await app.SignInAsync();
        (await editor.PostAsync("/merge-payload", new JsonObject { ["plan"] = "pro" })).AssertOk();
        await using var open = await ConnectAsync(app, "/open-hub", HttpTransportType.WebSockets, cookie: editor.AccessToken);
        Assert.Equal("in", await open.InvokeAsync<string>("Editors"));
        Assert.Equal("in", await open.InvokeAsync<string>("Pro"));
        app.App.Time.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<HubException>(() => open.InvokeAsync<string>("Recent"));
    }

    [Fact]
    public async Task Methods_that_ask_the_core_notice_a_session_that_ended()
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync();
        await using var hub = await ConnectAsync(app, "/open-hub", HttpTransportType.LongPolling, cookie: frontend.AccessToken);
        (await frontend.Copy().PostAsync("/auth/signout")).AssertOk();

        Assert.Equal("in", await hub.InvokeAsync<string>("SignedIn"));
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>("Stored"));
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<string>("Policy"));
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task What_a_hub_changes_reaches_the_core_and_the_frontend_at_its_next_refresh(HttpTransportType transport)
    {
        await using var app = await StartAsync();
        var frontend = await app.SignInAsync();
        await using (var hub = await ConnectAsync(app, "/hub", transport, cookie: frontend.AccessToken))
        {
            Assert.Equal("team", await hub.InvokeAsync<string>("ChangePlan", "team"));
        }

        (await frontend.RefreshAsync()).AssertOk();
        Assert.Equal("team", (string?)frontend.Payload["plan"]);
    }

    [Theory]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://localhost:4000", true)]
    [InlineData(null, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task A_WebSocket_with_a_cookie_counts_from_the_website_and_not_from_elsewhere(string? origin, bool isLetIn)
    {
        await using var app = await SessionApp.StartAsync(
            session => session.AntiCsrf = AntiCsrfMode.ViaCustomHeader,
            map: web => web.MapGet("/socket", async (HttpContext context) =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", CancellationToken.None);
            }).RequireAuthorization());
        var frontend = app.CreateFrontend();
        frontend.Rid = "any";
        (await frontend.PostAsync("/login/user-1")).EnsureSuccessStatusCode();
        var client = app.App.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = $"sAccessToken={frontend.AccessToken}";
            request.Headers.Origin = origin;
        };

        var connecting = client.ConnectAsync(new Uri("http://localhost:4000/socket"), CancellationToken.None);

        if (isLetIn)
        {
            using var socket = await connecting;
        }
        else
        {
            Assert.Contains("401", (await Assert.ThrowsAsync<InvalidOperationException>(() => connecting)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_hub_learns_when_the_access_token_expires_and_other_endpoints_are_not_asked_to()
    {
        DateTimeOffset? hub = null, other = null;
        await using var app = await StartAsync(web =>
        {
            web.MapGet("/as-hub", (HttpContext context) => { hub = Expiry(context); }).WithMetadata(new HubMetadata(typeof(TestHub)));
            web.MapGet("/as-other", (HttpContext context) => { other = Expiry(context); });
        });
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/as-hub")).AssertOk();
        (await frontend.GetAsync("/as-other")).AssertOk();

        Assert.True(hub > app.App.Time.GetUtcNow());
        Assert.Null(other);
    }

    private static DateTimeOffset? Expiry(HttpContext context)
        => context.Features.Get<Microsoft.AspNetCore.Authentication.IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

    private static Task<SessionApp> StartAsync(Action<WebApplication>? map = null) => SessionApp.StartAsync(
        setUp: builder =>
        {
            builder.AddUserRoles();
            builder.Services.AddSignalR();
            builder.Services.AddAuthorizationBuilder().AddPolicy("stored", policy => policy.RequireSession(new VerifySessionOptions { CheckDatabase = true }));
        },
        map: web =>
        {
            web.MapHub<TestHub>("/hub").RequireAuthorization();
            web.MapHub<TestHub>("/query-hub").RequireAuthorization().AcceptAccessTokenInQuery();
            web.MapHub<TestHub>("/open-hub");
            map?.Invoke(web);
        });

    private static async Task<HubConnection> ConnectAsync(SessionApp app, string path, HttpTransportType transport, string? cookie = null, string? query = null)
    {
        var server = app.App.Server;
        var hub = new HubConnectionBuilder().WithUrl($"http://localhost:4000{path}{(query is null ? "" : $"?access_token={query}")}", options =>
        {
            options.Transports = transport;
            options.HttpMessageHandlerFactory = _ => server.CreateHandler();
            options.SkipNegotiation = transport == HttpTransportType.WebSockets;
            if (query is not null && transport == HttpTransportType.ServerSentEvents)
            {
                // As a browser: negotiating is a request that can have headers, the stream of events is not.
                options.HttpMessageHandlerFactory = _ => new NegotiatingHandler(query, server.CreateHandler());
            }

            if (cookie is not null)
            {
                options.Headers["Cookie"] = $"sAccessToken={cookie}";
            }

            options.WebSocketFactory = async (context, cancellationToken) =>
            {
                var client = server.CreateWebSocketClient();
                client.ConfigureRequest = request => request.Headers.Cookie = cookie is null ? default(Microsoft.Extensions.Primitives.StringValues) : $"sAccessToken={cookie}";
                return await client.ConnectAsync(context.Uri, cancellationToken);
            };
        }).Build();
        await hub.StartAsync();
        return hub;
    }

    private sealed class NegotiatingHandler(string token, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post)
            {
                request.Headers.Authorization = new("Bearer", token);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}

public sealed class TestHub : Hub
{
    public string WhoAmI() => Context.GetSession()?.UserId ?? Context.User?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody";

    public string Issuer() => (string)Context.GetSession()!.AccessTokenPayload["iss"]!;

    public async Task<string> ChangePlan(string plan)
    {
        await Context.GetSession()!.MergeIntoAccessTokenPayloadAsync(new JsonObject { ["plan"] = plan });
        return (string)Context.GetSession()!.AccessTokenPayload["plan"]!;
    }

    [RequireSession]
    public string SignedIn() => In();

    [RequireSession(CheckDatabase = true)]
    public string Stored() => In();

    [Authorize("stored")]
    public string Policy() => In();

    [RequireRole("editor"), RequirePermission("write")]
    public string Editors() => In();

    [RequireSessionClaim("plan", "pro")]
    public string Pro() => In();

    [RequireRecentSignIn(300)]
    public string Recent() => In();

    private string In() => Context.ConnectionId is null ? "out" : "in";
}
