
namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// Finds users by the beginnings of their e-mails (or of the part after the <c>@</c>), phone numbers and providers. One login method must
/// match all kinds that are given, with any of the texts of a kind; null for a kind leaves it out. Texts are in lower case.
/// </summary>
internal sealed record UserSearch(IReadOnlyList<string>? Emails, IReadOnlyList<string>? PhoneNumbers, IReadOnlyList<string>? Providers)
{
    // As many as the core finds in one recipe.
    private const int MaxUsers = 1000;

    /// <summary>The users of a tenant in the order in which they joined. The texts are compared as they are: <c>%</c> is no wildcard.</summary>
    public List<StoredUser> Find(DatabaseScope db, TenantKey tenant, bool ascending)
    {
        var (emails, phoneNumbers, providers) = (Json(Emails), Json(PhoneNumbers), Json(Providers));
        var ids = db.Query(
            $"""
            SELECT primary_user_id FROM (
                SELECT DISTINCT m.primary_user_id, (
                    SELECT MIN(a.time_joined) FROM login_methods a WHERE a.app_id = m.app_id AND a.primary_user_id = m.primary_user_id) AS joined
                FROM login_methods m
                JOIN login_method_tenants t ON t.app_id = m.app_id AND t.user_id = m.user_id AND t.tenant_id = {tenant.TenantId}
                WHERE m.app_id = {tenant.AppId}
                    AND ({emails} IS NULL OR EXISTS (
                        SELECT 1 FROM json_each({emails}) WHERE substr(m.email, 1, length(value)) = value OR instr(m.email, '@' || value) > 0))
                    AND ({phoneNumbers} IS NULL OR EXISTS (
                        SELECT 1 FROM json_each({phoneNumbers}) WHERE substr(lower(m.phone_number), 1, length(value)) = value))
                    AND ({providers} IS NULL OR EXISTS (
                        SELECT 1 FROM json_each({providers}) WHERE substr(lower(m.third_party_id), 1, length(value)) = value)))
            ORDER BY joined * {(ascending ? 1 : -1)}, primary_user_id DESC
            LIMIT {MaxUsers}
            """,
            row => row.GetString(0));
        return UserStore.Load(db, tenant.AppId, ids);
    }

    private static string? Json(IReadOnlyList<string>? texts) => texts is null ? null : JsonList.Write(texts);
}
