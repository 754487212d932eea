namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// Which recipes keep something under a user id, whether there is a user or not. Names and order are those the core's messages have.
/// </summary>
internal static class UserIdUse
{
    public const string EmailVerification = "EmailVerification";

    public static IEnumerable<string> All(DatabaseScope db, string appId, string userId)
    {
        if (db.Exists($"SELECT 1 FROM sessions WHERE app_id = {appId} AND user_id = {userId}"))
        {
            yield return "Session";
        }

        if (db.Exists($"SELECT 1 FROM user_metadata WHERE app_id = {appId} AND user_id = {userId}"))
        {
            yield return "UserMetadata";
        }

        if (db.Exists($"SELECT 1 FROM user_roles WHERE app_id = {appId} AND user_id = {userId}"))
        {
            yield return "UserRoles";
        }

        if (db.Exists($"SELECT 1 FROM verified_emails WHERE app_id = {appId} AND user_id = {userId}")
            || db.Exists($"SELECT 1 FROM email_verification_tokens WHERE app_id = {appId} AND user_id = {userId}"))
        {
            yield return EmailVerification;
        }
    }
}
