using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class SessionEndpoints
{
    public static void MapSessions(this WebApplication app)
    {
        app.MapCall("/session/createnewsessionwithoutrequestresponse", CreateAsync);
        app.MapCall("/session/getsessionwithoutrequestresponse", async call =>
        {
            var options = call.Body.Part("options");
            return await call.Get<ISessions>().GetAsync(
                call.Text("accessToken"),
                call.Body.Text("antiCsrfToken"),
                new VerifySessionOptions
                {
                    AntiCsrfCheck = options.Flag("antiCsrfCheck"),
                    CheckDatabase = options.Flag("checkDatabase") == true,
                    SessionRequired = options.Flag("sessionRequired") ?? true,
                },
                call.Cancelled);
        });
        app.MapCall("/session/refreshsessionwithoutrequestresponse", async call =>
        {
            try
            {
                return await Recipe(call).RefreshSessionAsync(call.Text("refreshToken"), call.Body.Text("antiCsrfToken"), call.Flag("disableAntiCsrf"), call.Cancelled);
            }
            catch (Exception exception)
            {
                // The suite wants the error itself here, not the answer of the SDK to it.
                await Failures.WriteAsync(call.Context, exception);
                return null;
            }
        });
        app.MapCall("/session/getsessioninformation", async call => Of(await Recipe(call).GetSessionInformationAsync(call.Text("sessionHandle"), call.Cancelled)));
        app.MapCall("/session/getallsessionhandlesforuser", async call => await Recipe(call).GetAllSessionHandlesForUserAsync(
            call.Text("userId"), call.Flag("fetchSessionsForAllLinkedAccounts", true), call.Body.Text("tenantId"), call.Cancelled));
        app.MapCall("/session/revokeallsessionsforuser", async call => await Recipe(call).RevokeAllSessionsForUserAsync(
            call.Text("userId"), call.Flag("revokeSessionsForLinkedAccounts", true), call.Body.Text("tenantId"), call.Cancelled));
        app.MapCall("/session/mergeintoaccesspayload", async call => await Recipe(call).MergeIntoAccessTokenPayloadAsync(
            call.Text("sessionHandle"), call.Body.Part("accessTokenPayloadUpdate"), call.Cancelled));
        app.MapCall("/session/fetchandsetclaim", async call => await Recipe(call).FetchAndSetClaimAsync(
            call.Text("sessionHandle"), SuiteClaims.Of(call, call.Body.Part("claim")), call.Cancelled));
        app.MapCall("/session/validateclaimsforsessionhandle", async call =>
            await call.Get<ISessions>().ValidateClaimsAsync(call.Text("sessionHandle"), cancellationToken: call.Cancelled));
        app.MapCall("/session/regenerateaccesstoken", RegenerateAsync);
    }

    private static ISessionRecipe Recipe(Call call) => call.Get<ISessionRecipe>();

    private static async Task<object?> CreateAsync(Call call)
    {
        var recipeUserId = new RecipeUserId(call.Body.Text("recipeUserId") ?? call.Text("userId"));
        var user = await call.Get<IUserDirectory>().GetUserAsync(recipeUserId.Value, call.Cancelled);
        return await call.Get<ISessions>().CreateAsync(
            new NewSession(recipeUserId)
            {
                UserId = user?.Id ?? recipeUserId.Value,
                TenantId = call.TenantId,
                AccessTokenPayload = call.Body["accessTokenPayload"] as JsonObject,
                SessionDataInDatabase = call.Body["sessionDataInDatabase"] as JsonObject,
            },
            call.Flag("disableAntiCsrf"),
            call.Cancelled);
    }

    private static JsonObject? Of(SessionInformation? session) => session is null ? null : new JsonObject
    {
        ["sessionHandle"] = session.Handle,
        ["userId"] = session.UserId,
        ["recipeUserId"] = Wire.RecipeUserIdObject(session.RecipeUserId),
        ["tenantId"] = session.TenantId,
        ["timeCreated"] = session.TimeCreated,
        ["expiry"] = session.Expiry,
        ["sessionDataInDatabase"] = session.SessionDataInDatabase.DeepClone(),
        ["customClaimsInAccessTokenPayload"] = session.CustomClaimsInAccessTokenPayload.DeepClone(),
    };

    private static async Task<object?> RegenerateAsync(Call call)
    {
        var regenerated = await Recipe(call).RegenerateAccessTokenAsync(call.Text("accessToken"), call.Body["newAccessTokenPayload"] as JsonObject, call.Cancelled);
        return regenerated is null ? null : new JsonObject
        {
            ["status"] = "OK",
            ["session"] = new JsonObject
            {
                ["handle"] = regenerated.Handle,
                ["userId"] = regenerated.UserId,
                ["recipeUserId"] = Wire.RecipeUserIdObject(regenerated.RecipeUserId),
                ["tenantId"] = regenerated.TenantId,
                ["userDataInJWT"] = regenerated.CustomClaimsInAccessTokenPayload.DeepClone(),
            },
            ["accessToken"] = regenerated.AccessToken is { } token
                ? new JsonObject { ["token"] = token.Token, ["expiry"] = token.Expiry, ["createdTime"] = token.CreatedTime }
                : null,
        };
    }
}
