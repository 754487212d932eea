using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>One JSON object a user.</summary>
internal static class UserMetadataStore
{
    public static JsonObject Get(DatabaseScope db, string appId, string userId) =>
        db.First(
            $"SELECT metadata FROM user_metadata WHERE app_id = {appId} AND user_id = {userId}",
            row => CoreJson.ReadObject(row.GetString(0))) ?? [];

    public static void Set(DatabaseScope db, string appId, string userId, JsonObject metadata) =>
        db.Execute($"""
            INSERT INTO user_metadata (app_id, user_id, metadata) VALUES ({appId}, {userId}, {CoreJson.Write(metadata)})
            ON CONFLICT (app_id, user_id) DO UPDATE SET metadata = excluded.metadata
            """);

    public static bool Remove(DatabaseScope db, string appId, string userId) =>
        db.Execute($"DELETE FROM user_metadata WHERE app_id = {appId} AND user_id = {userId}") > 0;
}
