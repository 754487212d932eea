using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class UserEndpoints
{
    public static void MapUsers(this WebApplication app)
    {
        app.MapCall("/supertokens/getuser", async call => await call.Get<IUserDirectory>().GetUserAsync(call.Text("userId"), call.Cancelled));
        app.MapCall("/supertokens/deleteuser", async call =>
        {
            await call.Get<IUserDirectory>().DeleteUserAsync(call.Text("userId"), call.Flag("removeAllLinkedAccounts", true), call.Cancelled);
            return new JsonObject { ["status"] = "OK" };
        });
        app.MapCall("/supertokens/listusersbyaccountinfo", async call => await call.Get<IUserDirectory>().ListUsersByAccountInfoAsync(
            call.TenantId, Call.AccountInfo(call.Body.Part("accountInfo")), call.Flag("doUnionOfAccountInfo"), call.Cancelled));
        app.MapCall("/supertokens/getusersnewestfirst", call => ListAsync(call, newestFirst: true));
        app.MapCall("/supertokens/getusersoldestfirst", call => ListAsync(call, newestFirst: false));
    }

    private static async Task<object?> ListAsync(Call call, bool newestFirst)
    {
        var page = await call.Get<IUserDirectory>().ListUsersAsync(
            new UserQuery
            {
                TenantId = call.TenantId,
                NewestFirst = newestFirst,
                Limit = call.Body.Number("limit"),
                PaginationToken = call.Body.Text("paginationToken"),
                RecipeIds = [.. call.Body["includeRecipeIds"]?.AsArray().Select(id => (string)id!) ?? []],
                Search = call.Body.Part("query").ToImmutableDictionary(pair => pair.Key, pair => pair.Value!.ToString()),
            },
            call.Cancelled);
        var answer = new JsonObject { ["users"] = Wire.Of(page.Users) };
        if (page.NextPaginationToken is { } next)
        {
            answer["nextPaginationToken"] = next;
        }

        return answer;
    }
}
