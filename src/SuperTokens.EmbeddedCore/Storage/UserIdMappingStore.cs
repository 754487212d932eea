using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// Ids that an app gave to users of its own accord. Login methods keep the core's id; what callers see, and what other recipes keep data
/// under, is the external id once there is one.
/// </summary>
internal static class UserIdMappingStore
{
    public static UserIdMappingRow? FindByUserId(DatabaseScope db, string appId, string userId) =>
        db.First($"SELECT user_id, external_user_id, info FROM user_id_mappings WHERE app_id = {appId} AND user_id = {userId}", Read);

    public static UserIdMappingRow? FindByExternalId(DatabaseScope db, string appId, string externalUserId) =>
        db.First($"SELECT user_id, external_user_id, info FROM user_id_mappings WHERE app_id = {appId} AND external_user_id = {externalUserId}", Read);

    /// <summary>The mapping of an id of either kind; where it is both, that of the core's user with this id.</summary>
    public static UserIdMappingRow? FindAny(DatabaseScope db, string appId, string userId) =>
        FindByUserId(db, appId, userId) ?? FindByExternalId(db, appId, userId);

    /// <summary>The core's id for an id of either kind.</summary>
    public static string InternalId(DatabaseScope db, string appId, string userId) => FindAny(db, appId, userId)?.UserId ?? userId;

    /// <summary>The id under which callers know the user with the core's id.</summary>
    public static string PublicId(DatabaseScope db, string appId, string userId) => FindByUserId(db, appId, userId)?.ExternalUserId ?? userId;

    /// <summary>External ids by the core's ids, for those that have one.</summary>
    public static Dictionary<string, string> ExternalIds(DatabaseScope db, string appId, IEnumerable<string> userIds) =>
        db.Query(
                $"""
                SELECT user_id, external_user_id, info FROM user_id_mappings
                WHERE app_id = {appId} AND user_id IN (SELECT value FROM json_each({JsonList.Write(userIds)}))
                """,
                Read)
            .ToDictionary(mapping => mapping.UserId, mapping => mapping.ExternalUserId, StringComparer.Ordinal);

    public static void Add(DatabaseScope db, string appId, UserIdMappingRow mapping) =>
        db.Execute($"""
            INSERT INTO user_id_mappings (app_id, user_id, external_user_id, info)
            VALUES ({appId}, {mapping.UserId}, {mapping.ExternalUserId}, {mapping.Info})
            """);

    /// <summary>Sets the text the app keeps with the external id; null takes it away.</summary>
    public static void SetInfo(DatabaseScope db, string appId, string userId, string? info) =>
        db.Execute($"UPDATE user_id_mappings SET info = {info} WHERE app_id = {appId} AND user_id = {userId}");

    public static void Remove(DatabaseScope db, string appId, string userId) =>
        db.Execute($"DELETE FROM user_id_mappings WHERE app_id = {appId} AND user_id = {userId}");

    private static UserIdMappingRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2));
}
