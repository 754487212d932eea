using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Apps and their tenants. Every app has the tenant <c>public</c>, whose settings are the app's.</summary>
internal static class TenantStore
{
    public static TenantRow? Find(DatabaseScope db, TenantKey tenant) =>
        db.First(
            $"""
            SELECT app_id, tenant_id, first_factors, required_secondary_factors, core_config FROM tenants
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId}
            """,
            Read);

    /// <summary>All tenants of one app, or of all apps; the default one of each first, then by name.</summary>
    public static List<TenantRow> List(DatabaseScope db, string? appId) =>
        db.Query(
            $"""
            SELECT app_id, tenant_id, first_factors, required_secondary_factors, core_config FROM tenants
            WHERE {appId} IS NULL OR app_id = {appId}
            ORDER BY app_id <> {TenantKey.Default}, app_id, tenant_id <> {TenantKey.Default}, tenant_id
            """,
            Read);

    /// <summary>Creates the tenant (and, with the default tenant, its app) or replaces its settings. Tells whether it is new.</summary>
    public static bool Save(DatabaseScope db, TenantRow tenant, long now)
    {
        var isNew = Find(db, tenant.Key) is null;
        if (isNew && tenant.Key.IsDefaultTenant)
        {
            db.Execute($"INSERT INTO apps (app_id, created_at) VALUES ({tenant.Key.AppId}, {now})");
        }

        db.Execute($"""
            INSERT INTO tenants (app_id, tenant_id, first_factors, required_secondary_factors, core_config, created_at)
            VALUES ({tenant.Key.AppId}, {tenant.Key.TenantId}, {Write(tenant.FirstFactors)}, {Write(tenant.RequiredSecondaryFactors)},
                {CoreJson.Write(tenant.CoreConfig)}, {now})
            ON CONFLICT (app_id, tenant_id) DO UPDATE SET first_factors = excluded.first_factors,
                required_secondary_factors = excluded.required_secondary_factors, core_config = excluded.core_config
            """);
        return isNew;
    }

    public static bool RemoveTenant(DatabaseScope db, TenantKey tenant) =>
        db.Execute($"DELETE FROM tenants WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId}") > 0;

    /// <summary>Removes an app with everything in it.</summary>
    public static bool RemoveApp(DatabaseScope db, string appId) =>
        db.Execute($"DELETE FROM apps WHERE app_id = {appId}") > 0;

    private static TenantRow Read(SqliteDataReader row) => new(
        new TenantKey(row.GetString(0), row.GetString(1)),
        FirstFactors: row.IsDBNull(2) ? null : JsonNode.Parse(row.GetString(2))!.AsArray(),
        RequiredSecondaryFactors: row.IsDBNull(3) ? null : JsonNode.Parse(row.GetString(3))!.AsArray(),
        CoreConfig: CoreJson.ReadObject(row.GetString(4)));

    private static string? Write(JsonArray? list) => list is null ? null : CoreJson.Write(list);
}
