using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Whether a login method may get another address: it must not become a way into somebody's account, nor make two primary users clash.</summary>
internal sealed class EmailChangeRules(IUserDirectory users, IAccountLinkingPolicy policy)
{
    /// <summary>Checks one change.</summary>
    /// <param name="user">The user.</param>
    /// <param name="newEmail">The new address.</param>
    /// <param name="isVerified">Whether it is verified for the login method.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it may, or why not.</returns>
    public async Task<EmailChangeResult> CheckAsync(User user, string newEmail, bool isVerified, SessionContainer? session, CancellationToken cancellationToken)
    {
        // Without linking, only two primary users can get into each other's way.
        if (!policy.IsOn && !user.IsPrimaryUser)
        {
            return new EmailChangeResult.Allowed();
        }

        foreach (var tenantId in user.TenantIds)
        {
            var found = await users.ListUsersByAccountInfoAsync(tenantId, new AccountInfo { Email = newEmail }, cancellationToken: cancellationToken);
            var others = found.Where(other => other.Id != user.Id).ToImmutableArray();
            if (user.IsPrimaryUser && others.Any(other => other.IsPrimaryUser))
            {
                return new EmailChangeResult.PrimaryUserConflict();
            }

            if (!isVerified
                && !HasAddress(user, newEmail)
                && QuestionOf(user, others, session, tenantId) is { } question
                && await policy.DecideAsync(question, cancellationToken) is LinkingDecision.Link { RequireVerification: true })
            {
                return new EmailChangeResult.AccountTakeoverRisk();
            }
        }

        return new EmailChangeResult.Allowed();
    }

    // A primary user must have verified the address; for a single login method it is enough to keep the one it has.
    private static bool HasAddress(User user, string email)
        => user.LoginMethods.Any(method => method.HasSameEmailAs(email) && (method.Verified || !user.IsPrimaryUser));

    // Who would be linked to whom once the new address is verified, or null for nobody.
    private static LinkingQuestion? QuestionOf(User user, ImmutableArray<User> others, SessionContainer? session, string tenantId)
    {
        if (user.IsPrimaryUser)
        {
            return others.IsEmpty ? null : new LinkingQuestion(NewAccountInfo.From(others[0].LoginMethods[0]), user, session, tenantId);
        }

        return others.FirstOrDefault(other => other.IsPrimaryUser) is { } primary
            ? new LinkingQuestion(NewAccountInfo.From(user.LoginMethods[0]), primary, session, tenantId)
            : null;
    }
}
