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

    /// <summary>Removes the role from the app and from everybody who has it, in every tenant. Tells whether there was one.</summary>
    public static bool Remove(DatabaseScope db, string appId, string role) =>
        db.Execute($"DELETE FROM roles WHERE app_id = {appId} AND role = {role}") > 0;

    public static void RemovePermissions(DatabaseScope db, string appId, string role, IEnumerable<string> permissions)
    {
        foreach (var permission in permissions)
        {
            db.Execute($"DELETE FROM role_permissions WHERE app_id = {appId} AND role = {role} AND permission = {permission}");
        }
    }

    public static List<string> All(DatabaseScope db, string appId) =>
        db.Query($"SELECT role FROM roles WHERE app_id = {appId} ORDER BY role", row => row.GetString(0));

    public static List<string> WithPermission(DatabaseScope db, string appId, string permission) =>
        db.Query($"SELECT role FROM role_permissions WHERE app_id = {appId} AND permission = {permission} ORDER BY role", row => row.GetString(0));

    public static List<string> Permissions(DatabaseScope db, string appId, string role) =>
        db.Query($"SELECT permission FROM role_permissions WHERE app_id = {appId} AND role = {role} ORDER BY permission", row => row.GetString(0));

    public static List<string> OfUser(DatabaseScope db, TenantKey tenant, string userId) =>
        db.Query(
            $"""
            SELECT role FROM user_roles
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND user_id = {userId} ORDER BY role
            """,
            row => row.GetString(0));

    public static List<string> Users(DatabaseScope db, TenantKey tenant, string role) =>
        db.Query(
            $"""
            SELECT user_id FROM user_roles
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND role = {role} ORDER BY user_id
            """,
            row => row.GetString(0));

    /// <summary>Gives the role to the user. False when the user has it already.</summary>
    public static bool Give(DatabaseScope db, TenantKey tenant, string userId, string role) =>
        db.Execute($"""
            INSERT INTO user_roles (app_id, tenant_id, user_id, role)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {userId}, {role}) ON CONFLICT DO NOTHING
            """) > 0;

    /// <summary>Takes the role from the user. False when the user did not have it.</summary>
    public static bool Take(DatabaseScope db, TenantKey tenant, string userId, string role) =>
        db.Execute($"""
            DELETE FROM user_roles
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND user_id = {userId} AND role = {role}
            """) > 0;
}
