namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>The signing keys and other secrets of an app.</summary>
internal static class KeyStore
{
    /// <summary>Signing keys, newest first. The private key is PKCS#8, the time milliseconds since 1970.</summary>
    public static List<StoredKey> List(DatabaseScope db, string appId) =>
        db.Query(
            $"SELECT key_id, is_static, private_key, created_at FROM signing_keys WHERE app_id = {appId} ORDER BY created_at DESC",
            row => new StoredKey(row.GetString(0), row.GetBoolean(1), (byte[])row.GetValue(2), row.GetInt64(3)));

    public static void Add(DatabaseScope db, string appId, StoredKey key) =>
        db.Execute($"""
            INSERT INTO signing_keys (app_id, key_id, is_static, private_key, created_at)
            VALUES ({appId}, {key.KeyId}, {key.IsStatic}, {key.PrivateKey}, {key.CreatedAt})
            """);

    public static void RemoveDynamicBefore(DatabaseScope db, string appId, long createdBefore) =>
        db.Execute($"DELETE FROM signing_keys WHERE app_id = {appId} AND is_static = 0 AND created_at < {createdBefore}");

    /// <summary>The secret of this name; the first caller's candidate becomes it.</summary>
    public static byte[] GetOrAddSecret(DatabaseScope db, string appId, string name, byte[] candidate)
    {
        db.Execute($"INSERT INTO app_secrets (app_id, name, value) VALUES ({appId}, {name}, {candidate}) ON CONFLICT DO NOTHING");
        return db.First($"SELECT value FROM app_secrets WHERE app_id = {appId} AND name = {name}", row => (byte[])row.GetValue(0))!;
    }
}
