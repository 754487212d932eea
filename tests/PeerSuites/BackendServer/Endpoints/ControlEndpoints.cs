using System.Globalization;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/test/overrideparams", (OverrideParams values) => values.ToJson());
        app.MapPost("/test/resetoverrideparams", (OverrideParams values, OverrideLog log) =>
        {
            values.Reset();
            log.Reset();
            return new JsonObject { ["ok"] = true };
        });
        app.MapGet("/test/getoverridelogs", (OverrideLog log) => new JsonObject { ["logs"] = log.ToJson() });
        app.MapGet("/test/resetoverridelogs", (OverrideLog log) =>
        {
            log.Reset();
            return new JsonObject();
        });
        app.MapGet("/test/featureflag", () => new JsonArray("removedOverwriteSessionDuringSignInUp", "configurableCookieAndHeaderNames"));
        app.MapGet("/test/waitforevent", async (HttpContext context, ProcessEvents events) =>
        {
            var number = int.Parse(context.Request.Query["event"].ToString(), CultureInfo.InvariantCulture);
            if (await events.WaitAsync(number))
            {
                await context.Response.WriteAsJsonAsync(number, context.RequestAborted);
            }
        });

        // The suite's providers are all overridden: nothing of theirs is ever asked.
        app.MapCall("/mockexternalapi", _ => Task.FromResult<object?>(new JsonObject { ["ok"] = true }));
        MapSessionRoutes(app);
    }

    private static void MapSessionRoutes(WebApplication app)
    {
        app.MapPost("/create", async (HttpContext context, IRequestSessions sessions) =>
        {
            var body = await context.Request.ReadFromJsonAsync<JsonObject>(context.RequestAborted);
            await sessions.CreateAsync(context, new NewSession(new RecipeUserId((string)body!["recipeUserId"]!)), context.RequestAborted);
        });
        app.MapPost("/getsession", async (HttpContext context, IRequestSessions sessions) => Ids((await sessions.GetAsync(context, cancellationToken: context.RequestAborted))!));
        app.MapPost("/refreshsession", async (HttpContext context, IRequestSessions sessions) => Ids(await sessions.RefreshAsync(context, context.RequestAborted)));
        app.MapGet("/verify", () => new JsonObject { ["status"] = "OK" }).RequireSession();
    }

    private static JsonObject Ids(SessionContainer session) => new() { ["userId"] = session.UserId, ["recipeUserId"] = session.RecipeUserId.Value };
}
