
namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// Counts users and reads them page by page, in the order in which they joined: a linked user with its first login method, even
/// where a filter leaves that one out. No recipe ids mean all recipes.
/// </summary>
internal static class UserPages
{
    public static long Count(DatabaseScope db, string appId, string? tenantId, List<string> recipeIds)
    {
        var recipes = JsonList.Write(recipeIds);
        return db.Count($"""
            SELECT COUNT(DISTINCT m.primary_user_id) FROM login_methods m
            WHERE m.app_id = {appId}
                AND ({tenantId} IS NULL OR EXISTS (
                    SELECT 1 FROM login_method_tenants t WHERE t.app_id = m.app_id AND t.user_id = m.user_id AND t.tenant_id = {tenantId}))
                AND ({recipeIds.Count} = 0 OR m.recipe_id IN (SELECT value FROM json_each({recipes})))
            """);
    }

    /// <summary>One page, and where the next one starts (null: this is the last).</summary>
    public static (List<StoredUser> Users, PageStart? Next) Read(
        DatabaseScope db, TenantKey tenant, List<string> recipeIds, int limit, bool ascending, PageStart? start)
    {
        var recipes = JsonList.Write(recipeIds);
        var sign = ascending ? 1 : -1;
        var from = (start?.TimeJoined ?? 0) * sign;
        var rows = db.Query(
            $"""
            SELECT primary_user_id, joined FROM (
                SELECT DISTINCT m.primary_user_id, (
                    SELECT MIN(a.time_joined) FROM login_methods a WHERE a.app_id = m.app_id AND a.primary_user_id = m.primary_user_id) AS joined
                FROM login_methods m
                JOIN login_method_tenants t ON t.app_id = m.app_id AND t.user_id = m.user_id AND t.tenant_id = {tenant.TenantId}
                WHERE m.app_id = {tenant.AppId} AND ({recipeIds.Count} = 0 OR m.recipe_id IN (SELECT value FROM json_each({recipes}))))
            WHERE {start is null} OR joined * {sign} > {from} OR (joined * {sign} = {from} AND primary_user_id <= {start?.UserId})
            ORDER BY joined * {sign}, primary_user_id DESC
            LIMIT {limit + 1}
            """,
            row => new PageStart(row.GetString(0), row.GetInt64(1)));
        var users = UserStore.Load(db, tenant.AppId, [.. rows.Take(limit).Select(row => row.UserId)]);
        return (users, rows.Count > limit ? rows[limit] : null);
    }
}
