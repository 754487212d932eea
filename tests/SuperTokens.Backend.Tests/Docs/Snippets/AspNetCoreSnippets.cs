using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/aspnetcore.md</c>.</summary>
internal static class AspNetCoreSnippets
{
    public static void Endpoints(WebApplication app)
    {
        app.MapDelete("/account", () => Results.NoContent()).RequireRecentSignIn(TimeSpan.FromMinutes(5));
        app.MapGet("/reports", () => "Reports").RequireVerifiedEmail().RequireSessionClaim("plan", "pro", "team");
    }

    public static void Policies(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("payments", policy => policy.RequireVerifiedEmail().RequireRecentSignIn(TimeSpan.FromMinutes(5)));
    }

    public static void Claims(SuperTokensBuilder superTokens)
    {
        superTokens.AddSessionClaim<PlanClaim>();
    }

    public static void Proved(WebApplication app)
    {
        app.MapPost("/proved", async (SessionContainer session, SignInTimeClaim signIn, TimeProvider time) =>
        {
            await session.SetClaimValueAsync(signIn, time.GetUtcNow().ToUnixTimeMilliseconds());
        }).RequireSession();
    }

    public static void Payloads(SuperTokensBuilder superTokens)
    {
        superTokens.AddSessionPayload(AppPayloads.Default.AppPayload);
    }

    public static void Plan(WebApplication app)
    {
        app.MapGet("/plan", (SessionContainer<AppPayload> session) => $"{session.UserId} has {session.Payload.Plan}");
    }

    public static void Hubs(WebApplication app)
    {
        app.MapHub<ChatHub>("/chat").RequireAuthorization();
    }

    public static void Document(WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(options => options.AddSuperTokens());
    }

    public static void Document(WebApplication app)
    {
        app.MapOpenApi();
    }

    public interface IPlans
    {
        Task<string> FindAsync(string userId, CancellationToken cancellationToken);
    }

    sealed class PlanClaim(IPlans plans) : PrimitiveClaim<string>(
        "plan", async (userId, _, _, _, cancellationToken) => new ClaimValue<string>(await plans.FindAsync(userId, cancellationToken)));

    sealed class ChatHub : Hub
    {
        public Task Say(string text) => Clients.All.SendAsync("said", Context.GetSession()?.UserId, text);

        [RequireRole("moderator")]
        public Task Clear() => Clients.All.SendAsync("cleared");
    }
}

internal sealed record AppPayload(string Plan);

[JsonSerializable(typeof(AppPayload))]
internal sealed partial class AppPayloads : JsonSerializerContext;
