using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.UserMetadata;

/// <summary>A user's metadata. An update is merged at the top level; a null removes what it names.</summary>
internal sealed class UserMetadataApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "usermetadata";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/user/metadata", RecipeId).On("GET", Get).On("PUT", Update));
        router.Add(new CoreRoute("/recipe/user/metadata/remove", RecipeId).On("POST", Remove));
    }

    private CoreResponse Get(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return Answer(core.Database.Read(db => UserMetadataStore.Get(db, appId, userId)));
    }

    private CoreResponse Update(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var update = request.GetObject("metadataUpdate");
        var appId = core.RequireAppOnDefaultTenant(request);
        return Answer(core.Database.Write(db =>
        {
            var metadata = UserMetadataStore.Get(db, appId, userId);
            foreach (var (name, value) in update)
            {
                metadata.Remove(name);
                if (value is not null)
                {
                    metadata[name] = value.DeepClone();
                }
            }

            UserMetadataStore.Set(db, appId, userId, metadata);
            return metadata;
        }));
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var appId = core.RequireAppOnDefaultTenant(request);
        core.Database.Write(db => UserMetadataStore.Remove(db, appId, userId));
        return CoreResponse.OfStatus("OK");
    }

    private static CoreResponse Answer(JsonObject metadata) =>
        CoreResponse.Json(new JsonObject { ["metadata"] = metadata, ["status"] = "OK" });
}
