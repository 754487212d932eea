using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Instruments;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class SessionObjectEndpoints
{
    public static void MapSessionObjects(this WebApplication app)
    {
        Map("revokesession", async (session, call) => await Nothing(session.RevokeAsync(call.Cancelled)));
        Map("getsessiondatafromdatabase", async (session, call) => await session.GetSessionDataFromDatabaseAsync(call.Cancelled));
        Map("updatesessiondataindatabase", async (session, call) => await Nothing(session.UpdateSessionDataInDatabaseAsync(call.Body.Part("newSessionData"), call.Cancelled)));
        Map("getuserid", (session, _) => Value(session.UserId));
        Map("getrecipeuserid", (session, _) => Value(Wire.RecipeUserIdObject(session.RecipeUserId)));
        Map("gettenantid", (session, _) => Value(session.TenantId));
        Map("getaccesstokenpayload", (session, _) => Value(session.AccessTokenPayload));
        Map("gethandle", (session, _) => Value(session.Handle));
        Map("getaccesstoken", (session, _) => Value(session.AccessToken));
        Map("getallsessiontokensdangerously", (session, _) => Value(session.GetAllSessionTokensDangerously()));
        Map("gettimecreated", async (session, call) => (await session.GetTimeCreatedAsync(call.Cancelled)).ToUnixTimeMilliseconds());
        Map("getexpiry", async (session, call) => (await session.GetExpiryAsync(call.Cancelled)).ToUnixTimeMilliseconds());
        Map("mergeintoaccesstokenpayload", async (session, call) =>
            await Nothing(session.MergeIntoAccessTokenPayloadAsync(call.Body.Part("accessTokenPayloadUpdate"), call.Cancelled)));
        Map("assertclaims", async (session, call) => await Nothing(session.AssertClaimsAsync(
            [.. call.Body["claimValidators"]!.AsArray().Select(validator => SuiteClaims.ValidatorOf(call, validator!.AsObject()))], call.Cancelled)));
        Map("fetchandsetclaim", async (session, call) => await Nothing(session.FetchAndSetClaimAsync(Claim(call), call.Cancelled)));
        Map("removeclaim", async (session, call) => await Nothing(session.RemoveClaimAsync(Claim(call), call.Cancelled)));
        Map("setclaimvalue", async (session, call) => await Nothing(SuiteClaims.SetAsync(session, Claim(call), call.Body["value"], call.Cancelled)));
        Map("getclaimvalue", (session, call) => Value(SuiteClaims.Get(session, Claim(call))));

        void Map(string name, Func<SessionContainer, Call, Task<object?>> answer) => app.MapCall("/session/sessionobject/" + name, async call =>
        {
            var log = call.Get<OverrideLog>();
            log.Add("CALL", "sessionobject." + name, call.Body.DeepClone());
            var session = await call.SessionAsync() ?? throw new InvalidOperationException("There is no session among the arguments.");
            var result = Wire.Of(await answer(session, call));
            call.Get<KnownSessions>().Keep(session);
            log.Add("RES", "sessionobject." + name, result?.DeepClone());
            return new JsonObject { ["retVal"] = result, ["updatedSession"] = Wire.Session(session) };
        });
    }

    private static SessionClaim Claim(Call call) => SuiteClaims.Of(call, call.Body.Part("claim"));

    private static Task<object?> Value(object? value) => Task.FromResult(value);

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }
}
