using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.PeerSuites.WebsiteServer.Endpoints;

internal static class SessionEndpoints
{
    public static void MapSessions(this WebApplication app)
    {
        app.MapPost("/login", async (HttpContext context, IRequestSessions sessions) =>
        {
            var userId = Body.Text(await Body.ReadAsync(context.Request), "userId")!;
            var session = await sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)));

            // With its length, which a test looks for and a bare string does not have.
            return Results.Text(session.UserId);
        });
        app.MapGet("/", (SessionContainer session, Counters counters) =>
        {
            counters.CountGetSession();
            return session.UserId;
        }).RequireSession();
        app.MapPost("/logout", async (SessionContainer session) =>
        {
            await session.RevokeAsync();
            return "success";
        }).RequireSession();
        app.MapPost("/revokeAll", async (SessionContainer session, ISessionRecipe recipe) =>
        {
            await recipe.RevokeAllSessionsForUserAsync(session.UserId);
            return "success";
        }).RequireSession();

        // In place of the SDK's own endpoint, so that it can count.
        app.MapPost("/auth/session/refresh", async (HttpContext context, IRequestSessions sessions, Counters counters) =>
        {
            counters.CountRefreshAttempt();
            await sessions.RefreshAsync(context);
            if (!context.Request.Headers.ContainsKey("rid"))
            {
                return "refresh failed";
            }

            counters.CountRefresh();
            return "refresh success";
        });
    }
}
