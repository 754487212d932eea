using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>The third-party providers that a tenant has of its own.</summary>
internal sealed class TenantProvidersApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/multitenancy/config/thirdparty", MultitenancyApi.RecipeId).On("PUT", Save));
        router.Add(new CoreRoute("/recipe/multitenancy/config/thirdparty/remove", MultitenancyApi.RecipeId).On("POST", Remove));
    }

    private CoreResponse Save(CoreRequest request)
    {
        var provider = ProviderJson.Read(request.GetObject("config"));
        // Only what the real core would check over the network may be skipped with this.
        request.GetOptionalBoolean("skipValidation");
        var tenant = core.RequireTenant(request);
        var isNew = core.Database.Write(db => TenantStore.SaveProvider(db, tenant, (string)provider["thirdPartyId"]!, provider));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["createdNew"] = isNew });
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var thirdPartyId = request.GetString("thirdPartyId").Trim();
        var tenant = core.RequireTenant(request);
        var existed = core.Database.Write(db => TenantStore.RemoveProvider(db, tenant, thirdPartyId));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didConfigExist"] = existed });
    }
}
