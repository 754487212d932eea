using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.WebsiteServer.Endpoints;

internal static class LegacySessionEndpoints
{
    /// <summary>A session as an SDK from before access tokens had their present shape gave it to a frontend.</summary>
    public static void MapLegacySessions(this WebApplication app) => app.MapPost("/login-2.18", async (HttpContext context, RawCore core, SuiteConfig config) =>
    {
        var body = await Body.ReadAsync(context.Request);
        var payload = body["payload"]?.AsObject() ?? [];
        var session = await core.CreateLegacySessionAsync(config.CoreUrl, new JsonObject
        {
            ["userId"] = Body.Text(body, "userId"),
            ["enableAntiCsrf"] = false,
            ["userDataInJWT"] = payload.DeepClone(),
            ["userDataInDatabase"] = new JsonObject(),
        });
        var front = new JsonObject
        {
            ["uid"] = Body.Text(body, "userId"),
            ["ate"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds(),
            ["up"] = payload.DeepClone(),
        };
        var headers = context.Response.Headers;
        headers["st-access-token"] = session["accessToken"]!["token"]!.GetValue<string>();
        headers["st-refresh-token"] = session["refreshToken"]!["token"]!.GetValue<string>();
        headers["front-token"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(front.ToJsonString()));
    });
}
