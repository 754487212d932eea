using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>Apps and tenants. Their providers: <see cref="TenantProvidersApi"/>; users of several: <see cref="TenantUsersApi"/>.</summary>
internal sealed class MultitenancyApi(CoreServices core) : ICoreApi
{
    public const string RecipeId = "multitenancy";

    // Paths begin with these; a tenant called so could not be reached. Source: the core's Utils.
    private static readonly string[] ReservedTenantIds = ["recipe", "config", "users", "hello"];

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/v2", RecipeId).On("GET", GetTenant).On("PUT", SaveTenant));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant", RecipeId).On("GET", GetTenant));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/list/v2", RecipeId).On("GET", ListTenants));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/list", RecipeId).On("GET", ListTenants));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/remove", RecipeId).On("POST", RemoveTenant));
        router.Add(new CoreRoute("/recipe/multitenancy/app/v2", RecipeId).On("PUT", SaveApp));
        router.Add(new CoreRoute("/recipe/multitenancy/app/list/v2", RecipeId).On("GET", ListApps));
        router.Add(new CoreRoute("/recipe/multitenancy/app/remove", RecipeId).On("POST", RemoveApp));
        new TenantProvidersApi(core).Map(router);
        new TenantUsersApi(core).Map(router);
    }

    private CoreResponse GetTenant(CoreRequest request)
    {
        if (core.Database.Read(db => TenantStore.Find(db, request.Tenant)) is not { } tenant)
        {
            return CoreResponse.OfStatus("TENANT_NOT_FOUND_ERROR");
        }

        var json = Write(request, tenant);
        json["status"] = "OK";
        return CoreResponse.Json(json);
    }

    private CoreResponse ListTenants(CoreRequest request)
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
            ["tenants"] = new JsonArray([.. tenants.Select(tenant => Write(request, tenant))]),
        });
    }

    private CoreResponse SaveTenant(CoreRequest request)
    {
        var tenantId = CheckId(request.GetOptionalString("tenantId") ?? TenantKey.Default, "tenantId");
        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant && source.TenantId != tenantId)
        {
            throw CoreRequestException.Forbidden("You must use the public or same tenantId when calling this API");
        }

        return Save(request, source.InTenant(tenantId));
    }

    private CoreResponse RemoveTenant(CoreRequest request)
    {
        var tenantId = CheckId(request.GetString("tenantId"), "tenantId");
        if (tenantId == TenantKey.Default)
        {
            throw CoreRequestException.Forbidden("Cannot delete public tenant, use remove app API instead");
        }

        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant)
        {
            throw CoreRequestException.Forbidden("Only the public tenantId is allowed to delete a tenant");
        }

        return DidExist(core.Database.Write(db => TenantStore.RemoveTenant(db, source.InTenant(tenantId))));
    }

    private CoreResponse SaveApp(CoreRequest request)
    {
        var appId = CheckId(request.GetString("appId"), "appId");
        var source = core.RequireTenant(request);
        if (!source.IsDefaultTenant || (source.AppId != TenantKey.Default && source.AppId != appId))
        {
            throw CoreRequestException.Forbidden("You must use the public or same app to add/update an app");
        }

        return Save(request, new TenantKey(appId, TenantKey.Default));
    }

    private CoreResponse ListApps(CoreRequest request)
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
                ["tenants"] = new JsonArray([.. app.Select(TenantJson.Write)]),
            })]),
        });
    }

    private CoreResponse RemoveApp(CoreRequest request)
    {
        var appId = CheckId(request.GetString("appId"), "appId");
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
        return DidExist(didExist);
    }

    // Absent settings stay as they are; the settings of the core are merged one by one, and a null takes one away.
    private CoreResponse Save(CoreRequest request, TenantKey key)
    {
        var coreConfig = request.GetOptionalObject("coreConfig") ?? [];
        CoreConfigOverrides.Check(coreConfig);
        var createdNew = core.Database.Write(db =>
        {
            var tenant = TenantStore.Find(db, key) ?? new TenantRow(key, key.IsDefaultTenant ? null : [], RequiredSecondaryFactors: null, CoreConfig: []);
            foreach (var (name, value) in coreConfig)
            {
                tenant.CoreConfig.Remove(name);
                if (value is not null)
                {
                    tenant.CoreConfig[name] = value.DeepClone();
                }
            }

            return TenantStore.Save(
                db,
                tenant with
                {
                    FirstFactors = Factors(request, "firstFactors", tenant.FirstFactors, emptyIsUnset: false),
                    RequiredSecondaryFactors = Factors(request, "requiredSecondaryFactors", tenant.RequiredSecondaryFactors, emptyIsUnset: true),
                },
                core.Now);
        });
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["createdNew"] = createdNew });
    }

    private static JsonArray? Factors(CoreRequest request, string name, JsonArray? current, bool emptyIsUnset)
    {
        if (!request.Body.TryGetPropertyValue(name, out var value))
        {
            return current;
        }

        if (value is null)
        {
            return null;
        }

        var factors = request.GetOptionalStrings(name)!;
        if (factors.Count == 0 && emptyIsUnset)
        {
            throw CoreRequestException.BadRequest($"{name} cannot be empty. Set null instead to remove all required secondary factors.");
        }

        if (factors.Distinct(StringComparer.Ordinal).Count() != factors.Count)
        {
            throw CoreRequestException.BadRequest($"{name} input should not contain duplicate values");
        }

        if (!factors.All(factor => factor.Length > 0 && factor.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')))
        {
            throw CoreRequestException.BadRequest($"{name} should contain only 0-9,a-z,A-Z,_,.,- characters");
        }

        return new JsonArray([.. JavaHashOrder.Of(factors, factor => factor).Select(factor => JsonValue.Create(factor))]);
    }

    private static string CheckId(string id, string field)
    {
        var normalised = id.Trim().ToLowerInvariant();
        if (normalised.Length == 0)
        {
            throw CoreRequestException.BadRequest($"{field} should not be an empty String");
        }

        if (field == "tenantId" && ReservedTenantIds.Contains(normalised))
        {
            throw CoreRequestException.BadRequest($"Cannot use '{normalised}' as a tenantId");
        }

        if (normalised.StartsWith("appid-", StringComparison.Ordinal))
        {
            throw CoreRequestException.BadRequest($"{field} must not start with 'appid-'");
        }

        return normalised.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? normalised
            : throw CoreRequestException.BadRequest($"{field} can only contain letters, numbers and hyphens");
    }

    private static JsonObject Write(CoreRequest request, TenantRow tenant) =>
        request.Path.TrimEnd('/').EndsWith("/v2", StringComparison.OrdinalIgnoreCase)
            ? TenantJson.Write(tenant)
            : TenantJson.WriteFirstVersion(tenant, request.Version);

    private static CoreResponse DidExist(bool didExist) =>
        CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didExist"] = didExist });
}
