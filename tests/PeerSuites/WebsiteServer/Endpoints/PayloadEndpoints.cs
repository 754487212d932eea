using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.PeerSuites.WebsiteServer.Endpoints;

/// <summary>The access token's payload and its claims.</summary>
internal static class PayloadEndpoints
{
    private static readonly string[] s_ofTheSession =
        ["sub", "iat", "exp", "sessionHandle", "parentRefreshTokenHash1", "refreshTokenHash1", "antiCsrfToken"];

    public static void MapPayloads(this WebApplication app)
    {
        app.MapGet("/update-jwt", (SessionContainer session) => session.AccessTokenPayload).RequireSession();
        app.MapPost("/update-jwt", async (HttpContext context, SessionContainer session) =>
        {
            var claims = session.AccessTokenPayload.Select(claim => claim.Key).Except(s_ofTheSession);
            await session.MergeIntoAccessTokenPayloadAsync(Replace(claims, await Body.ReadAsync(context.Request)));
            return session.AccessTokenPayload;
        }).RequireSession();
        app.MapPost("/update-jwt-with-handle", async (HttpContext context, SessionContainer session, ISessionRecipe recipe) =>
        {
            var claims = (await recipe.GetSessionInformationAsync(session.Handle))!.CustomClaimsInAccessTokenPayload.Select(claim => claim.Key);
            await recipe.MergeIntoAccessTokenPayloadAsync(session.Handle, Replace(claims, await Body.ReadAsync(context.Request)));
            return session.AccessTokenPayload;
        }).RequireSession();
        app.MapPost("/session-claims-error", () => new JsonObject())
            .RequireSession(new VerifySessionOptions { OverrideGlobalClaimValidators = (_, _, _) => new([new Failing()]) });
    }

    private static JsonObject Replace(IEnumerable<string> before, JsonObject after)
    {
        var update = new JsonObject(before.Select(name => KeyValuePair.Create<string, JsonNode?>(name, null)));
        foreach (var (name, value) in after)
        {
            update[name] = value?.DeepClone();
        }

        return update;
    }

    private sealed class Failing() : SessionClaimValidator("test-claim-failing")
    {
        public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken)
            => new(new ClaimValidationResult(false, new JsonObject { ["message"] = "testReason" }));
    }
}
