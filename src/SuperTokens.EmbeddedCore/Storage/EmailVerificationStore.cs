namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Which e-mails are verified, and the tokens that verify one. Only hashes of tokens are kept.</summary>
internal static class EmailVerificationStore
{
    public static bool IsVerified(DatabaseScope db, string appId, string userId, string email) =>
        db.Exists($"SELECT 1 FROM verified_emails WHERE app_id = {appId} AND user_id = {userId} AND email = {email}");

    public static void SetVerified(DatabaseScope db, string appId, string userId, string email) =>
        db.Execute($"INSERT INTO verified_emails (app_id, user_id, email) VALUES ({appId}, {userId}, {email}) ON CONFLICT DO NOTHING");

    public static void SetUnverified(DatabaseScope db, string appId, string userId, string email) =>
        db.Execute($"DELETE FROM verified_emails WHERE app_id = {appId} AND user_id = {userId} AND email = {email}");

    /// <summary>Moves what is verified from one user id to another.</summary>
    public static void Move(DatabaseScope db, string appId, string fromUserId, string toUserId) =>
        db.Execute($"UPDATE OR REPLACE verified_emails SET user_id = {toUserId} WHERE app_id = {appId} AND user_id = {fromUserId}");

    public static void AddToken(DatabaseScope db, TenantKey tenant, string userId, string email, string tokenHash, long expiresAt) =>
        db.Execute($"""
            INSERT INTO email_verification_tokens (app_id, tenant_id, user_id, email, token_hash, expires_at)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {userId}, {email}, {tokenHash}, {expiresAt})
            """);

    public static void RemoveTokens(DatabaseScope db, TenantKey tenant, string userId, string email) =>
        db.Execute($"""
            DELETE FROM email_verification_tokens
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND user_id = {userId} AND email = {email}
            """);

    /// <summary>The user and e-mail of a token, which is thereby used up; null when there is no such token or it has expired.</summary>
    public static Owner? Consume(DatabaseScope db, TenantKey tenant, string tokenHash, long now)
    {
        var owner = db.First(
            $"""
            SELECT user_id, email, expires_at FROM email_verification_tokens
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND token_hash = {tokenHash}
            """,
            row => new Owner(row.GetString(0), row.GetString(1), row.GetInt64(2)));
        if (owner is null)
        {
            return null;
        }

        RemoveTokens(db, tenant, owner.UserId, owner.Email);
        return owner.ExpiresAt < now ? null : owner;
    }

    internal sealed record Owner(string UserId, string Email, long ExpiresAt);
}
