namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>When each user was last active, for the counts of active users.</summary>
internal static class ActiveUserStore
{
    public static void Touch(DatabaseScope db, string appId, string userId, long now) =>
        db.Execute($"""
            INSERT INTO active_users (app_id, user_id, last_active_at) VALUES ({appId}, {userId}, {now})
            ON CONFLICT (app_id, user_id) DO UPDATE SET last_active_at = excluded.last_active_at
            """);

    public static long CountSince(DatabaseScope db, string appId, long since) =>
        db.Count($"SELECT COUNT(*) FROM active_users WHERE app_id = {appId} AND last_active_at >= {since}");
}
