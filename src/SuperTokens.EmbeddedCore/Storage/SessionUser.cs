namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Whom a session is of: the user, and the login method, as callers know them; and the core's id of the user.</summary>
internal sealed record SessionUser(string UserId, string RecipeUserId, string InternalUserId)
{
    /// <summary>Looks up the id that a session was made with: the core's, an external one, or one of no user at all.</summary>
    public static SessionUser Of(DatabaseScope db, string appId, string givenId)
    {
        var recipeUserId = UserIdMappingStore.FindByExternalId(db, appId, givenId)?.UserId ?? givenId;
        var userId = UserStore.PrimaryIdOf(db, appId, recipeUserId);
        return new SessionUser(
            UserIdMappingStore.PublicId(db, appId, userId), UserIdMappingStore.PublicId(db, appId, recipeUserId), userId);
    }
}
