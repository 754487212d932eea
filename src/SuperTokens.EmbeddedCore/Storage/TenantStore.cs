using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Apps and their tenants. Every app has the tenant <c>public</c>, whose settings are the app's.</summary>
internal static class TenantStore
{
    public static TenantRow? Find(DatabaseScope db, TenantKey tenant)
    {
        var row = db.First(
            $"""
            SELECT app_id, tenant_id, first_factors, required_secondary_factors, core_config, disabled_recipes FROM tenants
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId}
            """,
            Read);
        return row is null ? null : WithProviders(db, row);
    }

    /// <summary>All tenants of one app, or of all apps; the default one of each first, then by name.</summary>
    public static List<TenantRow> List(DatabaseScope db, string? appId)
    {
        var rows = db.Query(
            $"""
            SELECT app_id, tenant_id, first_factors, required_secondary_factors, core_config, disabled_recipes FROM tenants
            WHERE {appId} IS NULL OR app_id = {appId}
            ORDER BY app_id <> {TenantKey.Default}, app_id, tenant_id <> {TenantKey.Default}, tenant_id
            """,
            Read);
        return [.. rows.Select(row => WithProviders(db, row))];
    }

    /// <summary>Creates the tenant (and, with the default tenant, its app) or replaces its settings. Tells whether it is new.</summary>
    public static bool Save(DatabaseScope db, TenantRow tenant, long now)
    {
        var isNew = Find(db, tenant.Key) is null;
        if (isNew && tenant.Key.IsDefaultTenant)
        {
            db.Execute($"INSERT INTO apps (app_id, created_at) VALUES ({tenant.Key.AppId}, {now})");
        }

        db.Execute($"""
            INSERT INTO tenants (app_id, tenant_id, first_factors, required_secondary_factors, core_config, disabled_recipes, created_at)
            VALUES ({tenant.Key.AppId}, {tenant.Key.TenantId}, {Write(tenant.FirstFactors)}, {Write(tenant.RequiredSecondaryFactors)},
                {CoreJson.Write(tenant.CoreConfig)}, {Write(tenant.DisabledRecipes)}, {now})
            ON CONFLICT (app_id, tenant_id) DO UPDATE SET first_factors = excluded.first_factors,
                required_secondary_factors = excluded.required_secondary_factors, core_config = excluded.core_config,
                disabled_recipes = excluded.disabled_recipes
            """);
        return isNew;
    }

    /// <summary>Adds a provider or replaces the one of its id. Tells whether it is new.</summary>
    public static bool SaveProvider(DatabaseScope db, TenantKey tenant, string thirdPartyId, JsonObject config)
    {
        var isNew = !RemoveProvider(db, tenant, thirdPartyId);
        db.Execute($"""
            INSERT INTO tenant_providers (app_id, tenant_id, third_party_id, config)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {thirdPartyId}, {CoreJson.Write(config)})
            """);
        return isNew;
    }

    /// <summary>Whether there was one.</summary>
    public static bool RemoveProvider(DatabaseScope db, TenantKey tenant, string thirdPartyId) =>
        db.Execute($"""
            DELETE FROM tenant_providers
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND third_party_id = {thirdPartyId}
            """) > 0;

    public static bool RemoveTenant(DatabaseScope db, TenantKey tenant) =>
        db.Execute($"DELETE FROM tenants WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId}") > 0;

    /// <summary>Removes an app with everything in it.</summary>
    public static bool RemoveApp(DatabaseScope db, string appId) =>
        db.Execute($"DELETE FROM apps WHERE app_id = {appId}") > 0;

    private static TenantRow WithProviders(DatabaseScope db, TenantRow tenant) => tenant with
    {
        Providers = db.Query(
            $"""
            SELECT config FROM tenant_providers
            WHERE app_id = {tenant.Key.AppId} AND tenant_id = {tenant.Key.TenantId} ORDER BY third_party_id
            """,
            row => CoreJson.ReadObject(row.GetString(0))),
    };

    private static TenantRow Read(SqliteDataReader row) => new(
        new TenantKey(row.GetString(0), row.GetString(1)),
        FirstFactors: row.IsDBNull(2) ? null : JsonList.Read(row.GetString(2)),
        RequiredSecondaryFactors: row.IsDBNull(3) ? null : JsonList.Read(row.GetString(3)),
        CoreConfig: CoreJson.ReadObject(row.GetString(4)))
    {
        DisabledRecipes = JsonList.Read(row.GetString(5)),
    };

    private static string? Write(IReadOnlyList<string>? list) => list is null ? null : JsonList.Write(list);
}
