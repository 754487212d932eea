using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>Decides whether an attempt adds to the caller's session, and makes the session's user ready for that.</summary>
internal sealed class SessionLinking(
    IAccountLinkingPolicy policy, IAccountLinkingRecipe recipe, IUserDirectory users, EmailVerificationClaim? verifiedClaim = null)
{
    /// <summary>The field of a request's body that says whether to link.</summary>
    public const string Flag = "shouldTryLinkingWithSessionUser";

    /// <summary>Whether the app links accounts by itself at all.</summary>
    public bool IsOn => policy.IsOn;

    /// <summary>Decides what an attempt is for.</summary>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="shouldTry">Whether the caller wants to link to the session's user; null when the frontend is too old to say.</param>
    /// <param name="account">The login method.</param>
    /// <param name="owner">The user who has it, or null when it will be created.</param>
    /// <param name="skipSessionUserUpdate">Whether the session's user must be left as they are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What it is for.</returns>
    /// <exception cref="UnauthorisedException">The caller wants to link, but has no session; or the session's user is gone.</exception>
    /// <exception cref="BadInputException">The caller wants to link, and the app does not.</exception>
    /// <exception cref="InvalidClaimsException">The session's user must verify their address first.</exception>
    public async Task<AuthKind> ClassifyAsync(
        SessionContainer? session, bool? shouldTry, NewAccountInfo account, User? owner, bool skipSessionUserUpdate, CancellationToken cancellationToken)
    {
        if (session is null)
        {
            return shouldTry == true ? throw new UnauthorisedException($"{Flag} is true, but there is no session") : new AuthKind.FirstFactor();
        }

        if (shouldTry == false)
        {
            return new AuthKind.FirstFactor();
        }

        if (!policy.IsOn)
        {
            return shouldTry == true ? throw NotWanted() : new AuthKind.FirstFactor();
        }

        if (owner?.Id == session.UserId)
        {
            return new AuthKind.SameUser(owner);
        }

        var sessionUser = await FindUserAsync(session, cancellationToken);
        if (!sessionUser.IsPrimaryUser)
        {
            switch (await MakePrimaryAsync(sessionUser, session, skipSessionUserUpdate, cancellationToken))
            {
                case null:
                    return Unwanted(shouldTry);
                case AuthKind.SameUser made:
                    sessionUser = made.User;
                    break;
                case var failed:
                    return failed;
            }
        }

        return await policy.DecideAsync(new LinkingQuestion(account, sessionUser, session, session.TenantId), cancellationToken) is LinkingDecision.Link link
            ? new AuthKind.AddToSessionUser(sessionUser, link.RequireVerification)
            : Unwanted(shouldTry);
    }

    /// <summary>Reads the session's user.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user.</returns>
    /// <exception cref="UnauthorisedException">The user is gone.</exception>
    public async Task<User> FindUserAsync(SessionContainer session, CancellationToken cancellationToken)
        => await users.GetUserAsync(session.UserId, cancellationToken) ?? throw Gone();

    // FDI: the text of supertokens-node, which says so of the user to link to as well.
    private static BadInputException NotWanted()
        => new($"shouldDoAutomaticAccountLinking returned false when making the session user primary but {Flag} is true");

    private static UnauthorisedException Gone() => new("The session's user is gone");

    // Frontends that cannot say what they want get a session of its own instead.
    private static AuthKind.FirstFactor Unwanted(bool? shouldTry)
        => shouldTry == true ? throw NotWanted() : new AuthKind.FirstFactor();

    /// <returns>The user as a primary user, why that failed, or null when the app does not want it.</returns>
    private async Task<AuthKind?> MakePrimaryAsync(User user, SessionContainer session, bool skipUpdate, CancellationToken cancellationToken)
    {
        var method = user.LoginMethods[0];
        var question = new LinkingQuestion(NewAccountInfo.From(method), null, session, session.TenantId);
        if (await policy.DecideAsync(question, cancellationToken) is not LinkingDecision.Link link)
        {
            return null;
        }

        if (skipUpdate)
        {
            return new AuthKind.SameUser(user);
        }

        if (link.RequireVerification && !method.Verified)
        {
            await AskForVerificationAsync(session, cancellationToken);
            return new AuthKind.Failed(LinkingFailure.EmailVerificationRequired);
        }

        return await recipe.CreatePrimaryUserAsync(method.RecipeUserId, cancellationToken) switch
        {
            CreatePrimaryUserResult.Ok made => new AuthKind.SameUser(made.User),

            // Linked to somebody meanwhile: the session is of a user who no longer exists by that id.
            CreatePrimaryUserResult.AlreadyLinkedToPrimaryUser => throw Gone(),
            _ => new AuthKind.Failed(LinkingFailure.SessionUserAccountInfoBelongsToAnotherUser),
        };
    }

    // FDI: a 403 with the claim's validator sends the frontend to its verification page.
    private async Task AskForVerificationAsync(SessionContainer session, CancellationToken cancellationToken)
    {
        if (verifiedClaim is null)
        {
            return;
        }

        if (session.GetClaimValue(verifiedClaim) is not { HasValue: true, Value: false })
        {
            await session.SetClaimValueAsync(verifiedClaim, false, cancellationToken);
        }

        await session.AssertClaimsAsync([verifiedClaim.IsVerified()], cancellationToken);
    }
}
