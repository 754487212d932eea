namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Roles and permissions of an app, and who has which role in which tenant.</summary>
internal static class RoleStore
{
    public static bool Exists(DatabaseScope db, string appId, string role) =>
        db.Exists($"SELECT 1 FROM roles WHERE app_id = {appId} AND role = {role}");

    /// <summary>Creates the role if need be and adds the permissions it lacks. Tells whether the role is new.</summary>
    public static bool Save(DatabaseScope db, string appId, string role, IEnumerable<string> permissions)
    {
        var isNew = db.Execute($"INSERT INTO roles (app_id, role) VALUES ({appId}, {role}) ON CONFLICT DO NOTHING") > 0;
        foreach (var permission in permissions)
        {
            db.Execute($"""
                INSERT INTO role_permissions (app_id, role, permission) VALUES ({appId}, {role}, {permission}) ON CONFLICT DO NOTHING
                """);
        }

        return isNew;
    }

    public static List<string> Permissions(DatabaseScope db, string appId, string role) =>
        db.Query($"SELECT permission FROM role_permissions WHERE app_id = {appId} AND role = {role} ORDER BY permission", row => row.GetString(0));

    public static List<string> OfUser(DatabaseScope db, TenantKey tenant, string userId) =>
        db.Query(
            $"""
            SELECT role FROM user_roles
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND user_id = {userId} ORDER BY role
            """,
            row => row.GetString(0));

    /// <summary>Gives the role to the user. False when the user has it already.</summary>
    public static bool Give(DatabaseScope db, TenantKey tenant, string userId, string role) =>
        db.Execute($"""
            INSERT INTO user_roles (app_id, tenant_id, user_id, role)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {userId}, {role}) ON CONFLICT DO NOTHING
            """) > 0;
}
