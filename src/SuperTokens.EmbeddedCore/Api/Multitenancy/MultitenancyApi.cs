using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>
/// The tenants of an app. Apps: <see cref="AppsApi"/>; providers of tenants: <see cref="TenantProvidersApi"/>; users of several:
/// <see cref="TenantUsersApi"/>.
/// </summary>
internal sealed class MultitenancyApi(CoreServices core) : ICoreApi
{
    public const string RecipeId = "multitenancy";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/v2", RecipeId).On("GET", Get).On("PUT", Save));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant", RecipeId).On("GET", Get).On("PUT", Save));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/list/v2", RecipeId).On("GET", List));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/list", RecipeId).On("GET", List));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/remove", RecipeId).On("POST", Remove));
        new AppsApi(core).Map(router);
        new TenantProvidersApi(core).Map(router);
        new TenantUsersApi(core).Map(router);
    }

    private CoreResponse Get(CoreRequest request)
    {
        if (core.Database.Read(db => TenantStore.Find(db, request.Tenant)) is not { } tenant)
        {
            return CoreResponse.OfStatus("TENANT_NOT_FOUND_ERROR");
        }

        var json = TenantJson.Write(request, tenant);
        json["status"] = "OK";
        return CoreResponse.Json(json);
    }

    private CoreResponse List(CoreRequest request)
    {
        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant)
        {
            throw CoreRequestException.Forbidden("Only the public tenantId is allowed to list all tenants associated with this app");
        }

        var tenants = core.Database.Read(db => TenantStore.List(db, source.AppId));
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["tenants"] = new JsonArray([.. tenants.Select(tenant => TenantJson.Write(request, tenant))]),
        });
    }

    private CoreResponse Save(CoreRequest request)
    {
        var tenantId = TenantSaving.CheckId(request.GetOptionalString("tenantId") ?? TenantKey.Default, "tenantId");
        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant && source.TenantId != tenantId)
        {
            throw CoreRequestException.Forbidden("You must use the public or same tenant to add/update a tenant");
        }

        return TenantSaving.Save(core, request, source.InTenant(tenantId));
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var tenantId = TenantSaving.CheckId(request.GetString("tenantId"), "tenantId");
        if (tenantId == TenantKey.Default)
        {
            throw CoreRequestException.Forbidden("Cannot delete public tenant, use remove app API instead");
        }

        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant)
        {
            throw CoreRequestException.Forbidden("Only the public tenantId is allowed to delete a tenant");
        }

        var didExist = core.Database.Write(db => TenantStore.RemoveTenant(db, source.InTenant(tenantId)));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didExist"] = didExist });
    }
}
