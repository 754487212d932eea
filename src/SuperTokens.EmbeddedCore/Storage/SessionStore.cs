using Microsoft.Data.Sqlite;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Sessions. A handle carries its tenant, so it is unique in its app.</summary>
internal static class SessionStore
{
    /// <summary>The tenant in a session handle: <c>id</c> for the default tenant, <c>id_tenant</c> for others.</summary>
    public static string TenantOf(string handle)
    {
        var parts = handle.Split('_');
        return parts.Length > 1 && parts[1].Length > 0 ? parts[1] : TenantKey.Default;
    }

    public static void Add(DatabaseScope db, SessionRow session) =>
        db.Execute($"""
            INSERT INTO sessions (app_id, tenant_id, session_handle, user_id, refresh_token_hash2, data_in_database, data_in_jwt,
                use_static_key, created_at, expires_at)
            VALUES ({session.Tenant.AppId}, {session.Tenant.TenantId}, {session.Handle}, {session.RecipeUserId}, {session.RefreshTokenHash2},
                {CoreJson.Write(session.DataInDatabase)}, {CoreJson.Write(session.DataInJwt)}, {session.UseStaticKey},
                {session.CreatedAt}, {session.ExpiresAt})
            """);

    public static SessionRow? Find(DatabaseScope db, TenantKey tenant, string handle)
    {
        var session = db.First(
            $"""
            SELECT app_id, tenant_id, session_handle, user_id, refresh_token_hash2, data_in_database, data_in_jwt, use_static_key,
                created_at, expires_at
            FROM sessions WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND session_handle = {handle}
            """,
            Read);
        return session is null ? null : session with { UserId = SessionUser.Of(db, tenant.AppId, session.RecipeUserId).UserId };
    }

    public static void Promote(DatabaseScope db, TenantKey tenant, string handle, string refreshTokenHash2, long expiresAt, bool useStaticKey) =>
        db.Execute($"""
            UPDATE sessions
            SET refresh_token_hash2 = {refreshTokenHash2}, expires_at = {expiresAt}, use_static_key = {useStaticKey}
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND session_handle = {handle}
            """);

    public static void SetDataInJwt(DatabaseScope db, TenantKey tenant, string handle, string data) =>
        db.Execute($"""
            UPDATE sessions SET data_in_jwt = {data}
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND session_handle = {handle}
            """);

    public static void SetDataInDatabase(DatabaseScope db, TenantKey tenant, string handle, string data) =>
        db.Execute($"""
            UPDATE sessions SET data_in_database = {data}
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND session_handle = {handle}
            """);

    /// <summary>Handles of the living sessions of these users, in one tenant or (null) in all of the app, oldest first.</summary>
    public static List<string> HandlesOf(DatabaseScope db, string appId, string? tenantId, IEnumerable<string> userIds, long now) =>
        db.Query(
            $"""
            SELECT session_handle FROM sessions
            WHERE app_id = {appId} AND ({tenantId} IS NULL OR tenant_id = {tenantId}) AND expires_at >= {now}
                AND user_id IN (SELECT value FROM json_each({JsonList.Write(userIds)}))
            ORDER BY created_at, session_handle
            """,
            row => row.GetString(0));

    /// <summary>Whether there was such a session.</summary>
    public static bool Remove(DatabaseScope db, TenantKey tenant, string handle) =>
        db.Execute($"DELETE FROM sessions WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND session_handle = {handle}") > 0;

    /// <summary>Removes the sessions of one login method in all tenants.</summary>
    public static void RemoveOfUser(DatabaseScope db, string appId, string userId) =>
        db.Execute($"DELETE FROM sessions WHERE app_id = {appId} AND user_id = {userId}");

    private static SessionRow Read(SqliteDataReader row) => new(
        new TenantKey(row.GetString(0), row.GetString(1)),
        Handle: row.GetString(2),
        RecipeUserId: row.GetString(3),
        RefreshTokenHash2: row.GetString(4),
        DataInDatabase: CoreJson.ReadObject(row.GetString(5)),
        DataInJwt: CoreJson.ReadObject(row.GetString(6)),
        UseStaticKey: row.GetBoolean(7),
        CreatedAt: row.GetInt64(8),
        ExpiresAt: row.GetInt64(9));
}
