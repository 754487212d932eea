
namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Which login methods belong to which primary user, and which primary user owns an e-mail, phone number or third-party account.</summary>
internal static class AccountLinkStore
{
    public static void SetPrimary(DatabaseScope db, string appId, string userId) =>
        db.Execute($"UPDATE login_methods SET is_primary = 1 WHERE app_id = {appId} AND user_id = {userId}");

    public static void Link(DatabaseScope db, string appId, string recipeUserId, string primaryUserId) =>
        db.Execute($"""
            UPDATE login_methods SET is_primary = 1, primary_user_id = {primaryUserId}
            WHERE app_id = {appId} AND user_id = {recipeUserId}
            """);

    /// <summary>Makes the login method a user of its own again, who is not a primary one.</summary>
    public static void Unlink(DatabaseScope db, string appId, string recipeUserId) =>
        db.Execute($"UPDATE login_methods SET is_primary = 0, primary_user_id = user_id WHERE app_id = {appId} AND user_id = {recipeUserId}");

    /// <summary>
    /// The primary user, other than <paramref name="exceptId"/>, who has the account of this login method and is in one of these tenants;
    /// null when there is none. Within a tenant, an account belongs to one primary user at most.
    /// </summary>
    public static Conflict? FindConflict(DatabaseScope db, string appId, LoginMethod method, IEnumerable<string> tenantIds, string exceptId)
    {
        var tenants = JsonList.Write(tenantIds);
        var (email, phoneNumber) = (method.Email, method.PhoneNumber);
        var (thirdPartyId, thirdPartyUserId) = (method.ThirdPartyId, method.ThirdPartyUserId);
        return db.First(
            $"""
            SELECT m.primary_user_id, CASE WHEN m.email = {email} THEN 0 WHEN m.phone_number = {phoneNumber} THEN 1 ELSE 2 END AS kind
            FROM login_methods m
            WHERE m.app_id = {appId} AND m.is_primary = 1 AND m.primary_user_id <> {exceptId}
                AND (m.email = {email} OR m.phone_number = {phoneNumber}
                    OR (m.third_party_id = {thirdPartyId} AND m.third_party_user_id = {thirdPartyUserId}))
                AND EXISTS (
                    SELECT 1 FROM login_methods g
                    JOIN login_method_tenants t ON t.app_id = g.app_id AND t.user_id = g.user_id
                    WHERE g.app_id = m.app_id AND g.primary_user_id = m.primary_user_id
                        AND t.tenant_id IN (SELECT value FROM json_each({tenants})))
            ORDER BY kind, m.time_joined
            LIMIT 1
            """,
            row => new Conflict(row.GetString(0), (AccountKind)row.GetInt32(1)));
    }

    internal enum AccountKind
    {
        Email,
        PhoneNumber,
        ThirdParty,
    }

    /// <summary>Who owns the account, and which one it is.</summary>
    internal sealed record Conflict(string PrimaryUserId, AccountKind Kind);
}
