using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class UserMetadataEndpoints
{
    public static void MapUserMetadata(this WebApplication app)
    {
        app.MapCall("/usermetadata/getusermetadata", async call => await Recipe(call).GetUserMetadataAsync(call.Text("userId"), call.Cancelled));
        app.MapCall("/usermetadata/updateusermetadata", async call =>
            await Recipe(call).UpdateUserMetadataAsync(call.Text("userId"), call.Body.Part("metadataUpdate"), call.Cancelled));
        app.MapCall("/usermetadata/clearusermetadata", async call =>
        {
            await Recipe(call).ClearUserMetadataAsync(call.Text("userId"), call.Cancelled);
            return new JsonObject { ["status"] = "OK" };
        });
    }

    private static IUserMetadataRecipe Recipe(Call call) => call.Get<IUserMetadataRecipe>();
}
