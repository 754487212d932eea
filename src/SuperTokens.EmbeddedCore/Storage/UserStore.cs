using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Users and their login methods, of every recipe.</summary>
internal static class UserStore
{
    /// <summary>The user with this id, be it that of one login method or that of the primary user, whose own login method may be gone. External ids are not looked up.</summary>
    public static StoredUser? Find(DatabaseScope db, string appId, string userId)
    {
        var primaryUserId = db.First(
            $"""
            SELECT primary_user_id FROM login_methods WHERE app_id = {appId} AND (user_id = {userId} OR primary_user_id = {userId})
            ORDER BY user_id <> {userId} LIMIT 1
            """,
            row => row.GetString(0));
        return primaryUserId is null ? null : Load(db, appId, [primaryUserId]).FirstOrDefault();
    }

    /// <summary>The core's id of the user a login method belongs to; any other id stands for itself, as sessions need no user.</summary>
    public static string PrimaryIdOf(DatabaseScope db, string appId, string userId) =>
        db.First($"SELECT primary_user_id FROM login_methods WHERE app_id = {appId} AND user_id = {userId}", row => row.GetString(0)) ?? userId;

    /// <summary>Users in the order of their ids in the list.</summary>
    public static List<StoredUser> Load(DatabaseScope db, string appId, IReadOnlyCollection<string> primaryUserIds)
    {
        var tenants = db.Query(
                $"""
                SELECT t.user_id, t.tenant_id FROM login_method_tenants t
                JOIN login_methods m ON m.app_id = t.app_id AND m.user_id = t.user_id
                WHERE t.app_id = {appId} AND m.primary_user_id IN (SELECT value FROM json_each({JsonList.Write(primaryUserIds)}))
                ORDER BY t.rowid
                """,
                row => (UserId: row.GetString(0), TenantId: row.GetString(1)))
            .ToLookup(row => row.UserId, row => row.TenantId);
        var methods = db.Query(
                $"""
                SELECT m.user_id, m.primary_user_id, m.is_primary, m.recipe_id, m.email, m.phone_number, m.third_party_id,
                    m.third_party_user_id, m.password_hash, m.time_joined, m.email IS NULL OR v.email IS NOT NULL, x.external_user_id
                FROM login_methods m
                LEFT JOIN user_id_mappings x ON x.app_id = m.app_id AND x.user_id = m.user_id
                LEFT JOIN verified_emails v ON v.app_id = m.app_id AND v.user_id = COALESCE(x.external_user_id, m.user_id) AND v.email = m.email
                WHERE m.app_id = {appId} AND m.primary_user_id IN (SELECT value FROM json_each({JsonList.Write(primaryUserIds)}))
                ORDER BY m.time_joined, m.rowid
                """,
                row => ReadMethod(row, tenants))
            .ToLookup(method => method.PrimaryUserId);
        var externalIds = UserIdMappingStore.ExternalIds(db, appId, primaryUserIds);
        return [.. primaryUserIds.Distinct().Where(methods.Contains).Select(id =>
            new StoredUser(id, methods[id].Any(m => m.IsPrimary), [.. methods[id]]) { ExternalUserId = externalIds.GetValueOrDefault(id) })];
    }

    /// <summary>The login method of a recipe that owns an account (see <see cref="LoginMethod.Accounts"/>) in a tenant.</summary>
    public static LoginMethod? FindByAccount(DatabaseScope db, TenantKey tenant, string recipeId, string account)
    {
        var userId = db.First(
            $"""
            SELECT user_id FROM login_method_accounts
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND recipe_id = {recipeId} AND account = {account}
            """,
            row => row.GetString(0));
        return userId is null ? null : Find(db, tenant.AppId, userId)!.LoginMethods.Single(m => m.UserId == userId);
    }

    /// <summary>Whether another login method of the same recipe owns an account of this one in the tenant.</summary>
    public static bool IsTaken(DatabaseScope db, TenantKey tenant, LoginMethod method) =>
        method.Accounts.Any(account => FindByAccount(db, tenant, method.RecipeId, account) is { } owner && owner.UserId != method.UserId);

    /// <summary>
    /// Users of a tenant with this e-mail, phone number or third-party account: all of those given, or (<paramref name="any"/>) one of them.
    /// </summary>
    public static List<StoredUser> FindByAccountInfo(
        DatabaseScope db, TenantKey tenant, bool any, string? email, string? phoneNumber, string? thirdPartyId, string? thirdPartyUserId)
    {
        var ids = db.Query(
            $"""
            SELECT DISTINCT m.primary_user_id FROM login_methods m
            JOIN login_method_tenants t ON t.app_id = m.app_id AND t.user_id = m.user_id AND t.tenant_id = {tenant.TenantId}
            WHERE m.app_id = {tenant.AppId} AND (m.email = {email} OR m.phone_number = {phoneNumber}
                OR (m.third_party_id = {thirdPartyId} AND m.third_party_user_id = {thirdPartyUserId}))
            """,
            row => row.GetString(0));
        return [.. Load(db, tenant.AppId, ids).Where(user => any || HasAll(user)).OrderBy(user => user.TimeJoined)];

        bool HasAll(StoredUser user)
        {
            var here = user.LoginMethods.Where(m => m.TenantIds.Contains(tenant.TenantId)).ToList();
            return (email is null || here.Exists(m => m.Email == email))
                && (phoneNumber is null || here.Exists(m => m.PhoneNumber == phoneNumber))
                && (thirdPartyId is null || here.Exists(m => m.ThirdPartyId == thirdPartyId && m.ThirdPartyUserId == thirdPartyUserId));
        }
    }

    /// <summary>Adds a login method with its own user, unless one of its accounts is taken in the tenant.</summary>
    public static bool TryAdd(DatabaseScope db, TenantKey tenant, LoginMethod method)
    {
        if (IsTaken(db, tenant, method))
        {
            return false;
        }

        db.Execute($"""
            INSERT INTO login_methods (app_id, user_id, primary_user_id, is_primary, recipe_id, email, phone_number, third_party_id,
                third_party_user_id, password_hash, time_joined)
            VALUES ({tenant.AppId}, {method.UserId}, {method.PrimaryUserId}, {method.IsPrimary}, {method.RecipeId}, {method.Email},
                {method.PhoneNumber}, {method.ThirdPartyId}, {method.ThirdPartyUserId}, {method.PasswordHash}, {method.TimeJoined})
            """);
        AddToTenant(db, tenant, method);
        return true;
    }

    /// <summary>Whether the login method was in the tenant.</summary>
    public static bool RemoveFromTenant(DatabaseScope db, TenantKey tenant, string userId) =>
        db.Execute($"DELETE FROM login_method_tenants WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND user_id = {userId}") > 0;

    /// <summary>Lets a login method sign in to one more tenant, where <see cref="IsTaken"/> must have been false.</summary>
    public static void AddToTenant(DatabaseScope db, TenantKey tenant, LoginMethod method)
    {
        db.Execute($"""
            INSERT INTO login_method_tenants (app_id, tenant_id, user_id) VALUES ({tenant.AppId}, {tenant.TenantId}, {method.UserId})
            """);
        AddAccounts(db, tenant, method);
    }

    /// <summary>Changes e-mail and phone number of a login method in all of its tenants, unless one is taken in one of them.</summary>
    public static bool TrySetContact(DatabaseScope db, string appId, LoginMethod method, string? email, string? phoneNumber)
    {
        var changed = method with { Email = email, PhoneNumber = phoneNumber };
        var tenants = method.TenantIds.Select(tenantId => new TenantKey(appId, tenantId)).ToList();
        if (tenants.Exists(tenant => IsTaken(db, tenant, changed)))
        {
            return false;
        }

        db.Execute($"UPDATE login_methods SET email = {email}, phone_number = {phoneNumber} WHERE app_id = {appId} AND user_id = {method.UserId}");
        db.Execute($"DELETE FROM login_method_accounts WHERE app_id = {appId} AND user_id = {method.UserId}");
        tenants.ForEach(tenant => AddAccounts(db, tenant, changed));
        return true;
    }

    public static void SetPasswordHash(DatabaseScope db, string appId, string userId, string passwordHash) =>
        db.Execute($"UPDATE login_methods SET password_hash = {passwordHash} WHERE app_id = {appId} AND user_id = {userId}");

    private static void AddAccounts(DatabaseScope db, TenantKey tenant, LoginMethod method)
    {
        foreach (var account in method.Accounts)
        {
            db.Execute($"""
                INSERT INTO login_method_accounts (app_id, tenant_id, user_id, recipe_id, account)
                VALUES ({tenant.AppId}, {tenant.TenantId}, {method.UserId}, {method.RecipeId}, {account})
                """);
        }
    }

    private static LoginMethod ReadMethod(SqliteDataReader row, ILookup<string, string> tenants) => new(
        UserId: row.GetString(0),
        PrimaryUserId: row.GetString(1),
        IsPrimary: row.GetBoolean(2),
        RecipeId: row.GetString(3),
        Email: Text(row, 4),
        PhoneNumber: Text(row, 5),
        ThirdPartyId: Text(row, 6),
        ThirdPartyUserId: Text(row, 7),
        PasswordHash: Text(row, 8),
        TimeJoined: row.GetInt64(9),
        TenantIds: [.. tenants[row.GetString(0)]],
        IsVerified: row.GetBoolean(10))
    {
        ExternalUserId = Text(row, 11),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
