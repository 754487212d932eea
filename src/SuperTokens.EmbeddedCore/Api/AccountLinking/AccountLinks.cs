using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.AccountLinking;

/// <summary>
/// The rules of primary users. Each runs inside one database call, which takes turns with all others: of two attempts that exclude each
/// other, one sees what the other did. All ids are the core's own. Source: the core's <c>AuthRecipe</c>.
/// </summary>
internal static class AccountLinks
{
    public static LinkOutcome CanBecomePrimary(DatabaseScope db, string appId, string recipeUserId)
    {
        if (UserStore.Find(db, appId, recipeUserId) is not { } user)
        {
            return new LinkOutcome.UnknownUser();
        }

        if (user.IsPrimary)
        {
            return user.Id == recipeUserId ? new LinkOutcome.Ok(user, Already: true) : new LinkOutcome.BelongsToAnother(user);
        }

        var method = user.LoginMethods[0];
        return AccountLinkStore.FindConflict(db, appId, method, method.TenantIds, exceptId: user.Id) is { } owner
            ? new LinkOutcome.AccountTaken(owner)
            : new LinkOutcome.Ok(user, Already: false);
    }

    public static LinkOutcome MakePrimary(DatabaseScope db, string appId, string recipeUserId)
    {
        var outcome = CanBecomePrimary(db, appId, recipeUserId);
        if (outcome is not LinkOutcome.Ok { Already: false })
        {
            return outcome;
        }

        AccountLinkStore.SetPrimary(db, appId, recipeUserId);
        return new LinkOutcome.Ok(UserStore.Find(db, appId, recipeUserId)!, Already: false);
    }

    public static LinkOutcome CanLink(DatabaseScope db, string appId, string recipeUserId, string primaryUserId)
    {
        if (UserStore.Find(db, appId, primaryUserId) is not { } primary)
        {
            return new LinkOutcome.UnknownUser();
        }

        if (!primary.IsPrimary)
        {
            return new LinkOutcome.NotAPrimaryUser();
        }

        if (UserStore.Find(db, appId, recipeUserId) is not { } user)
        {
            return new LinkOutcome.UnknownUser();
        }

        if (user.IsPrimary)
        {
            return user.Id == primary.Id ? new LinkOutcome.Ok(primary, Already: true) : new LinkOutcome.BelongsToAnother(user);
        }

        // All tenants of both, not those they share: the linked user has all accounts in all of them.
        var tenantIds = user.TenantIds.Union(primary.TenantIds).ToList();
        return user.LoginMethods.Concat(primary.LoginMethods)
            .Select(method => AccountLinkStore.FindConflict(db, appId, method, tenantIds, exceptId: primary.Id))
            .FirstOrDefault(owner => owner is not null) is { } conflict
                ? new LinkOutcome.AccountTaken(conflict)
                : new LinkOutcome.Ok(primary, Already: false);
    }

    /// <summary>Links, and ends the sessions of the login method: its user id has changed.</summary>
    public static LinkOutcome Link(DatabaseScope db, string appId, string recipeUserId, string primaryUserId)
    {
        var outcome = CanLink(db, appId, recipeUserId, primaryUserId);
        if (outcome is not LinkOutcome.Ok { Already: false } ok)
        {
            return outcome;
        }

        AccountLinkStore.Link(db, appId, recipeUserId, ok.User.Id);
        ActiveUserStore.Move(db, appId, recipeUserId, ok.User.Id);
        SessionStore.RemoveOfUser(db, appId, UserIdMappingStore.PublicId(db, appId, recipeUserId));
        return new LinkOutcome.Ok(UserStore.Find(db, appId, ok.User.Id)!, Already: false);
    }

    /// <summary>Null: there is no such user.</summary>
    public static Unlinking? Unlink(DatabaseScope db, string appId, string recipeUserId)
    {
        if (UserStore.Find(db, appId, recipeUserId) is not { } user)
        {
            return null;
        }

        if (!user.IsPrimary)
        {
            return new Unlinking(WasLinked: false, WasDeleted: false);
        }

        // Alone, it would be a second user with the id of the first: the login method goes, and the id stays with the others.
        var mustGo = user.Id == recipeUserId && user.LoginMethods.Count > 1;
        if (mustGo)
        {
            UserRemoval.Remove(db, appId, recipeUserId, linkedToo: false);
        }
        else
        {
            AccountLinkStore.Unlink(db, appId, recipeUserId);
        }

        SessionStore.RemoveOfUser(db, appId, UserIdMappingStore.PublicId(db, appId, recipeUserId));
        return new Unlinking(WasLinked: true, WasDeleted: mustGo);
    }

    internal sealed record Unlinking(bool WasLinked, bool WasDeleted);
}
