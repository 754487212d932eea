using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// Links a login method whose credentials were right: to the session's user when the caller wants that, else to the user who has
/// the same address. Every sign-in recipe calls it between its own core call and its result.
/// </summary>
internal sealed class AuthLinking(SessionLinking sessions, IAccountLinkingRecipe recipe, ILinkedAddresses addresses, IUserDirectory users)
{
    // The session's user may be unlinked in the same moment; then they are made a primary user again.
    private const int MaxTries = 5;

    /// <summary>Links a user who has just signed up or in, where the app links accounts at all.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user who owns the login method.</param>
    /// <param name="recipeUserId">The login method used.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user; null when the frontend is too old to say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why the session's user could not be linked to.</returns>
    /// <exception cref="UnauthorisedException">The caller wants to link, but has no session; or the session's user is gone.</exception>
    /// <exception cref="Hosting.BadInputException">The caller wants to link, and the app does not.</exception>
    /// <exception cref="InvalidClaimsException">The session's user must verify their address first.</exception>
    /// <exception cref="CoreException">The core failed.</exception>
    public async Task<AuthLinkingResult> LinkAsync(
        string tenantId, User user, RecipeUserId recipeUserId, SessionContainer? session, bool? shouldTryLinkingWithSessionUser, CancellationToken cancellationToken)
    {
        if (await addresses.VerifyAsync(user, recipeUserId, cancellationToken))
        {
            user = await users.GetUserAsync(user.Id, cancellationToken) ?? user;
        }

        var method = user.LoginMethods.First(m => m.RecipeUserId == recipeUserId);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            switch (await sessions.ClassifyAsync(session, shouldTryLinkingWithSessionUser, NewAccountInfo.From(method), user, skipSessionUserUpdate: false, cancellationToken))
            {
                case AuthKind.Failed failed:
                    return new AuthLinkingResult.LinkingToSessionUserFailed(failed.Reason);
                case AuthKind.SameUser same:
                    return new AuthLinkingResult.Ok(same.User);
                case AuthKind.AddToSessionUser add:
                    if (await AddAsync(method, add, cancellationToken) is { } added)
                    {
                        return added;
                    }

                    break;
                default:
                    return new AuthLinkingResult.Ok(
                        sessions.IsOn ? await recipe.CreatePrimaryUserIdOrLinkAccountsAsync(tenantId, user, session, cancellationToken) : user);
            }
        }

        throw new CoreException("The session's user stopped being a primary user each time a login method was to be linked to them.");
    }

    private async Task<AuthLinkingResult?> AddAsync(LoginMethod method, AuthKind.AddToSessionUser add, CancellationToken cancellationToken)
    {
        // Who has verified the address in their account already need not do it again to add a login method with it.
        if (add.RequireVerification && !method.Verified && !add.SessionUser.HasVerified(NewAccountInfo.From(method).AccountInfo))
        {
            return new AuthLinkingResult.LinkingToSessionUserFailed(LinkingFailure.EmailVerificationRequired);
        }

        return await recipe.LinkAccountsAsync(method.RecipeUserId, add.SessionUser.Id, cancellationToken) switch
        {
            LinkAccountsResult.Ok ok => new AuthLinkingResult.Ok(ok.User),
            LinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser => new AuthLinkingResult.LinkingToSessionUserFailed(LinkingFailure.AlreadyLinkedToAnotherUser),
            LinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser => new AuthLinkingResult.LinkingToSessionUserFailed(LinkingFailure.AccountInfoBelongsToAnotherUser),
            _ => null,
        };
    }
}
