using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>The apps of this core.</summary>
internal sealed class AppsApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/multitenancy/app/v2", MultitenancyApi.RecipeId).On("PUT", Save));
        router.Add(new CoreRoute("/recipe/multitenancy/app", MultitenancyApi.RecipeId).On("PUT", Save));
        router.Add(new CoreRoute("/recipe/multitenancy/app/list/v2", MultitenancyApi.RecipeId).On("GET", List));
        router.Add(new CoreRoute("/recipe/multitenancy/app/list", MultitenancyApi.RecipeId).On("GET", List));
        router.Add(new CoreRoute("/recipe/multitenancy/app/remove", MultitenancyApi.RecipeId).On("POST", Remove));
    }

    private CoreResponse Save(CoreRequest request)
    {
        var appId = TenantSaving.CheckId(request.GetOptionalString("appId") ?? TenantKey.Default, "appId");
        var source = core.RequireTenant(request);
        if (appId != TenantKey.Default
            && (!source.IsDefaultTenant || (source.AppId != TenantKey.Default && source.AppId != appId)))
        {
            throw CoreRequestException.Forbidden("You must use the public or same app to add/update an app");
        }

        return TenantSaving.Save(core, request, new TenantKey(appId, TenantKey.Default));
    }

    private CoreResponse List(CoreRequest request)
    {
        core.RequireTenant(request);
        if (!request.Tenant.IsDefaultTenant || request.Tenant.AppId != TenantKey.Default)
        {
            throw CoreRequestException.Forbidden("Only the public app is allowed to list all apps associated with this connection uri domain");
        }

        var apps = core.Database.Read(db => TenantStore.List(db, appId: null)).GroupBy(tenant => tenant.Key.AppId);
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["apps"] = new JsonArray([.. apps.Select(app => new JsonObject
            {
                ["appId"] = app.Key,
                ["tenants"] = new JsonArray([.. app.Select(tenant => TenantJson.Write(request, tenant))]),
            })]),
        });
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var appId = TenantSaving.CheckId(request.GetString("appId"), "appId");
        if (appId == TenantKey.Default)
        {
            throw CoreRequestException.Forbidden("Cannot delete the public app, use remove connection uri domain API instead");
        }

        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant || source.AppId != TenantKey.Default)
        {
            throw CoreRequestException.Forbidden("Only the public tenantId and public appId is allowed to delete an app");
        }

        var didExist = core.Database.Write(db => TenantStore.List(db, appId).Count > 1
            ? throw CoreRequestException.Forbidden(
                "Please delete all tenants except the public tenant for this app before calling the delete API")
            : TenantStore.RemoveApp(db, appId));
        core.Keys.Forget(appId);
        core.RefreshTokens.Forget(appId);
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didExist"] = didExist });
    }
}
