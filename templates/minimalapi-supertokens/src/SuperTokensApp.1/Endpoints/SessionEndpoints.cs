using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Endpoints;

public static class SessionEndpoints
{
    public static void MapSessionEndpoints(this IEndpointRouteBuilder endpoints)
    {
        // Open to everyone.
        endpoints.MapGet("/hello", () => "hello");

        // Needs a session: without one the answer is 401 and this code does not run.
        endpoints.MapGet("/sessioninfo", (SessionContainer session) => new SessionInfo(session.Handle, session.UserId, session.AccessTokenPayload))
            .RequireSession();
    }
}

public sealed record SessionInfo(string SessionHandle, string UserId, JsonObject AccessTokenPayload);
