namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Removes users: one login method, or all that are linked. Source of the rules: the core's <c>AuthRecipe.deleteUserHelper</c>.</summary>
internal static class UserRemoval
{
    /// <summary>
    /// Removes a login method, or (<paramref name="linkedToo"/>) all of its user. The id may be the core's or an external one. What other
    /// recipes keep under the id of the primary user goes with the last login method: until then the others use it.
    /// </summary>
    public static void Remove(DatabaseScope db, string appId, string userId, bool linkedToo) =>
        Remove(db, appId, userId, UserIdMappingStore.FindAny(db, appId, userId), linkedToo);

    /// <summary>Removes what other recipes keep for the user in one tenant. Tells whether there was something.</summary>
    public static bool RemoveDataInTenant(DatabaseScope db, TenantKey tenant, string userId)
    {
        var (appId, tenantId) = tenant;
        return db.Execute($"DELETE FROM sessions WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}")
            + db.Execute($"DELETE FROM email_verification_tokens WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}")
            + db.Execute($"DELETE FROM user_roles WHERE app_id = {appId} AND tenant_id = {tenantId} AND user_id = {userId}") > 0;
    }

    private static void Remove(DatabaseScope db, string appId, string givenId, UserIdMappingRow? mapping, bool linkedToo)
    {
        // Amid a migration of users, an external id may be another user's own id: the data under it is that user's and stays.
        var isShared = mapping is not null && UserStore.Find(db, appId, mapping.ExternalUserId) is not null;
        var userId = mapping is null || isShared ? givenId : mapping.UserId;
        if (UserStore.Find(db, appId, userId) is not { } user)
        {
            return;
        }

        if (linkedToo && user.LoginMethods.Count > 1)
        {
            foreach (var linked in user.LoginMethods)
            {
                Remove(db, appId, linked.UserId, UserIdMappingStore.FindByUserId(db, appId, linked.UserId), linkedToo: false);
            }

            return;
        }

        // The id of a primary user whose own login method is gone stands for what is left.
        var isLast = user.LoginMethods.Count == 1;
        var method = user.LoginMethods.SingleOrDefault(m => isLast || m.UserId == userId);
        var dataIds = new HashSet<string>(StringComparer.Ordinal);
        if (!isShared && (isLast || userId != user.Id))
        {
            dataIds.Add(mapping?.ExternalUserId ?? userId);
        }

        if (isLast && !(isShared && user.Id == userId))
        {
            dataIds.UnionWith([user.PublicId, method!.PublicId]);
        }

        foreach (var id in dataIds)
        {
            RemoveData(db, appId, id);
        }

        if (method is not null)
        {
            RemoveCodes(db, appId, method);
            RemoveLoginMethod(db, appId, method.UserId, keepsId: !isLast && method.UserId == user.Id);
        }

        if (isLast)
        {
            RemoveIdentity(db, appId, user.Id);
        }
    }

    // The database removes its tenants. The id of a primary user lives on, with its mapping, while others are linked to it.
    private static void RemoveLoginMethod(DatabaseScope db, string appId, string userId, bool keepsId)
    {
        db.Execute($"DELETE FROM login_methods WHERE app_id = {appId} AND user_id = {userId}");
        if (!keepsId)
        {
            RemoveIdentity(db, appId, userId);
        }
    }

    private static void RemoveIdentity(DatabaseScope db, string appId, string userId)
    {
        db.Execute($"DELETE FROM password_reset_tokens WHERE app_id = {appId} AND user_id = {userId}");
        db.Execute($"DELETE FROM active_users WHERE app_id = {appId} AND user_id = {userId}");
        UserIdMappingStore.Remove(db, appId, userId);
    }

    // Codes on their way to the addresses of somebody who is no more would sign up somebody new.
    private static void RemoveCodes(DatabaseScope db, string appId, LoginMethod method)
    {
        foreach (var tenantId in method.RecipeId == "passwordless" ? method.TenantIds : [])
        {
            PasswordlessStore.RemoveDevicesOf(db, new TenantKey(appId, tenantId), method.Email, method.PhoneNumber);
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
