namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Password-reset tokens: only their hashes are kept, and using one removes all of its user's.</summary>
internal static class PasswordResetTokenStore
{
    public static void Add(DatabaseScope db, string appId, string userId, string tokenHash, string email, long expiresAt) =>
        db.Execute($"""
            INSERT INTO password_reset_tokens (app_id, user_id, token_hash, email, expires_at)
            VALUES ({appId}, {userId}, {tokenHash}, {email}, {expiresAt})
            """);

    /// <summary>The user and e-mail of a token, which is thereby used up; null when there is no such token or it has expired.</summary>
    public static Owner? Consume(DatabaseScope db, string appId, string tokenHash, long now)
    {
        var owner = db.First(
            $"SELECT user_id, email, expires_at FROM password_reset_tokens WHERE app_id = {appId} AND token_hash = {tokenHash}",
            row => new Owner(row.GetString(0), row.GetString(1), row.GetInt64(2)));
        if (owner is null)
        {
            return null;
        }

        db.Execute($"DELETE FROM password_reset_tokens WHERE app_id = {appId} AND user_id = {owner.UserId}");
        return owner.ExpiresAt < now ? null : owner;
    }

    internal sealed record Owner(string UserId, string Email, long ExpiresAt);
}
