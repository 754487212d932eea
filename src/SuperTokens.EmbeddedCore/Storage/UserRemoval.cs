namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Removes users: one login method, or all that are linked. Source of the rules: the core's <c>AuthRecipe.deleteUserHelper</c>.</summary>
internal static class UserRemoval
{
    /// <summary>
    /// Removes a login method, or (<paramref name="linkedToo"/>) all of its user. What other recipes keep under the id of the primary user
    /// goes with the last login method: until then the others use it.
    /// </summary>
    public static void Remove(DatabaseScope db, string appId, string userId, bool linkedToo)
    {
        if (UserStore.Find(db, appId, userId) is not { } user)
        {
            return;
        }

        if (linkedToo)
        {
            foreach (var linked in user.LoginMethods)
            {
                Remove(db, appId, linked.UserId, linkedToo: false);
            }

            return;
        }

        // The id of a primary user whose own login method is gone stands for what is left.
        var isLast = user.LoginMethods.Count == 1;
        var method = isLast ? user.LoginMethods[0].UserId : userId;
        RemoveCodes(db, appId, user.LoginMethods.SingleOrDefault(one => one.UserId == method));
        RemoveLoginMethod(db, appId, method);
        if (isLast || method != user.Id)
        {
            RemoveData(db, appId, method);
        }

        if (isLast)
        {
            RemoveData(db, appId, user.Id);
        }
    }

    /// <summary>Removes what other recipes keep for the user in one tenant. Tells whether there was something.</summary>
    public static bool RemoveDataInTenant(DatabaseScope db, TenantKey tenant, string userId)
    {
        var (appId, tenantId) = tenant;
        return db.Execute($"DELETE FROM sessions WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}")
            + db.Execute($"DELETE FROM email_verification_tokens WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}")
            + db.Execute($"DELETE FROM user_roles WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}") > 0;
    }

    // The database removes its tenants and password-reset tokens.
    private static void RemoveLoginMethod(DatabaseScope db, string appId, string userId) =>
        db.Execute($"DELETE FROM login_methods WHERE app_id = {appId} AND user_id = {userId}");

    // Codes on their way to the addresses of somebody who is no more would sign up somebody new.
    private static void RemoveCodes(DatabaseScope db, string appId, LoginMethod? method)
    {
        foreach (var tenantId in method is { RecipeId: "passwordless" } ? method.TenantIds : [])
        {
            PasswordlessStore.RemoveDevicesOf(db, new TenantKey(appId, tenantId), method!.Email, method.PhoneNumber);
        }
    }

    private static void RemoveData(DatabaseScope db, string appId, string userId)
    {
        SessionStore.RemoveOfUser(db, appId, userId);
        db.Execute($"DELETE FROM verified_emails WHERE app_id = {appId} AND user_id = {userId}");
        db.Execute($"DELETE FROM email_verification_tokens WHERE app_id = {appId} AND user_id = {userId}");
        db.Execute($"DELETE FROM user_roles WHERE app_id = {appId} AND user_id = {userId}");
        db.Execute($"DELETE FROM user_metadata WHERE app_id = {appId} AND user_id = {userId}");
        db.Execute($"DELETE FROM active_users WHERE app_id = {appId} AND user_id = {userId}");
    }
}
