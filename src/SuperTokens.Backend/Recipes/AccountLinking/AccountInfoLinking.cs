using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>
/// Links a user to the one with the same account info: to the primary user there is, else to the oldest user, who becomes one. Where
/// there is nobody, the user becomes a primary user.
/// </summary>
internal sealed class AccountInfoLinking(
    IUserDirectory users, IAccountLinkingPolicy policy, Lazy<IAccountLinkingRecipe> recipe, ILogger<AccountInfoLinking> logger)
{
    // Others may link, unlink and sign up at the same time: what was decided on must then be looked at again.
    private const int MaxTries = 10;

    /// <summary>Finds the primary user with the same account info.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The primary user, or null when there is none that the user could be linked to.</returns>
    public async Task<User?> FindPrimaryUserAsync(string tenantId, User user, CancellationToken cancellationToken)
        => user.IsPrimaryUser ? user : (await FindAsync(tenantId, user, cancellationToken)).Primary;

    /// <summary>Links a user, or makes them a primary user.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user the login method belongs to now. After too many tries the user as they were: the next sign-in tries again.</returns>
    public async Task<User> LinkAsync(string tenantId, User user, SessionContainer? session, CancellationToken cancellationToken)
    {
        if (user.IsPrimaryUser || !policy.IsOn)
        {
            return user;
        }

        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await TryAsync(tenantId, user, session, cancellationToken) is { } linked)
            {
                return linked;
            }

            logger.Retrying(user.LoginMethods[0].RecipeUserId);
        }

        return user;
    }

    private async Task<User?> TryAsync(string tenantId, User user, SessionContainer? session, CancellationToken cancellationToken)
    {
        var method = user.LoginMethods[0];
        var found = await FindAsync(tenantId, user, cancellationToken);
        if (found.IsSpread)
        {
            return user;
        }

        if (found.Primary is { } primary)
        {
            return primary.LoginMethods.Any(m => m.RecipeUserId == method.RecipeUserId) ? primary : await LinkToAsync(primary, tenantId, user, session, cancellationToken);
        }

        if (found.Oldest is { } oldest && oldest.Id != user.Id && await policy.ShouldBecomePrimaryAsync(oldest, tenantId, session, cancellationToken))
        {
            return await MakePrimaryAsync(oldest, cancellationToken) is { } older ? await LinkToAsync(older, tenantId, user, session, cancellationToken) : null;
        }

        return await policy.ShouldBecomePrimaryAsync(user, tenantId, session, cancellationToken) ? await MakePrimaryAsync(user, cancellationToken) : user;
    }

    // Both sides must have proved the address: the primary user may have been given it without owning it. An app may believe them all the same.
    private bool IsProvedBy(User primary, AccountInfo info)
        => primary.HasVerified(info)
            || (!policy.RequiresBothSides && info.Email is { } email && primary.LoginMethods.Any(method => method.HasSameEmailAs(email)));

    private async Task<(User? Primary, User? Oldest, bool IsSpread)> FindAsync(string tenantId, User user, CancellationToken cancellationToken)
    {
        var info = NewAccountInfo.From(user.LoginMethods[0]).AccountInfo;
        var found = await users.ListUsersByAccountInfoAsync(tenantId, info, doUnionOfAccountInfo: true, cancellationToken);
        var primaries = found.Where(other => other.IsPrimaryUser).ToList();

        // An address of one and a number of another: linking to either would give two primary users the same account info.
        return primaries.Count > 1 ? (null, null, true) : (primaries.FirstOrDefault(), found.OrderBy(other => other.TimeJoined).ThenBy(other => other.Id == user.Id).FirstOrDefault(), false);
    }

    private async Task<User?> MakePrimaryAsync(User user, CancellationToken cancellationToken)
        => await recipe.Value.CreatePrimaryUserAsync(user.LoginMethods[0].RecipeUserId, cancellationToken) is CreatePrimaryUserResult.Ok made ? made.User : null;

    private async Task<User?> LinkToAsync(User primary, string tenantId, User user, SessionContainer? session, CancellationToken cancellationToken)
    {
        var method = user.LoginMethods[0];
        var account = NewAccountInfo.From(method);
        if (await policy.DecideAsync(new LinkingQuestion(account, primary, session, tenantId), cancellationToken) is not LinkingDecision.Link link)
        {
            return user;
        }

        if (link.RequireVerification && !(method.Verified && IsProvedBy(primary, account.AccountInfo)))
        {
            logger.NotVerified(method.RecipeUserId);
            return user;
        }

        return await recipe.Value.LinkAccountsAsync(method.RecipeUserId, primary.Id, cancellationToken) switch
        {
            LinkAccountsResult.Ok ok => ok.User,

            // Somebody was faster, and it belongs to that user now.
            LinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser other => other.User,
            _ => null,
        };
    }
}
