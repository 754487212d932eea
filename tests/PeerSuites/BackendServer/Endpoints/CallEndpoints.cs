using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

/// <summary>Maps the suite's calls: POST, the arguments as a JSON object, the result as JSON or nothing.</summary>
internal static class CallEndpoints
{
    public static void MapAll(this WebApplication app)
    {
        app.MapControl();
        app.MapUsers();
        app.MapEmailPassword();
        app.MapEmailVerification();
        app.MapAccountLinking();
        app.MapSessions();
        app.MapSessionObjects();
        app.MapPasswordless();
        app.MapThirdParty();
        app.MapMultitenancy();
        app.MapUserMetadata();
    }

    public static void MapCall(this WebApplication app, string path, Func<Call, Task<object?>> answer) => app.MapPost("/test" + path, async (HttpContext context) =>
    {
        var body = await context.Request.ReadFromJsonAsync<JsonNode>(context.RequestAborted) as JsonObject ?? [];
        context.SetUserContext(body["userContext"]);
        var result = await answer(new Call(context, body));
        if (result is SessionContainer session)
        {
            context.RequestServices.GetRequiredService<KnownSessions>().Keep(session);
        }

        if (Wire.Of(result) is { } json)
        {
            await context.Response.WriteAsJsonAsync(json, context.RequestAborted);
        }
    });
}
