namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>What nobody can use any more.</summary>
internal static class Expired
{
    /// <summary>Removes sessions and one-time tokens whose time is over, of all apps. The real core does this in the background.</summary>
    public static void Remove(DatabaseScope db, long now)
    {
        db.Execute($"DELETE FROM sessions WHERE expires_at < {now}");
        db.Execute($"DELETE FROM password_reset_tokens WHERE expires_at < {now}");
        db.Execute($"DELETE FROM email_verification_tokens WHERE expires_at < {now}");
    }
}
