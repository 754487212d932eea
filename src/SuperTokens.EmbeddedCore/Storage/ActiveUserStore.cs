namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>When each user was last active, for the counts of active users.</summary>
internal static class ActiveUserStore
{
    public static void Touch(DatabaseScope db, string appId, string userId, long now) =>
        db.Execute($"""
            INSERT INTO active_users (app_id, user_id, last_active_at) VALUES ({appId}, {userId}, {now})
            ON CONFLICT (app_id, user_id) DO UPDATE SET last_active_at = excluded.last_active_at
            """);

    /// <summary>After linking: one person is counted once, as active as either user was.</summary>
    public static void Move(DatabaseScope db, string appId, string fromUserId, string toUserId)
    {
        db.Execute($"""
            INSERT INTO active_users (app_id, user_id, last_active_at)
            SELECT app_id, {toUserId}, last_active_at FROM active_users WHERE app_id = {appId} AND user_id = {fromUserId}
            ON CONFLICT (app_id, user_id) DO UPDATE SET last_active_at = MAX(last_active_at, excluded.last_active_at)
            """);
        db.Execute($"DELETE FROM active_users WHERE app_id = {appId} AND user_id = {fromUserId}");
    }

    public static long CountSince(DatabaseScope db, string appId, long since) =>
        db.Count($"SELECT COUNT(*) FROM active_users WHERE app_id = {appId} AND last_active_at >= {since}");
}
