using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>
/// Whether signing up or in may go on when others have the same account info. Linking follows it, now or once the address is
/// verified: nobody may prepare an account that its owner later falls into, nor one that later falls into the owner's.
/// </summary>
internal sealed class SignInRules(IUserDirectory users, IAccountLinkingPolicy policy)
{
    /// <summary>Checks one attempt.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="account">The login method.</param>
    /// <param name="signingIn">The user who has it, or null for a sign-up.</param>
    /// <param name="isVerified">Whether it is verified, or will be when it is created.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when it may go on.</returns>
    public async Task<bool> AllowAsync(
        string tenantId, NewAccountInfo account, User? signingIn, bool isVerified, SessionContainer? session, CancellationToken cancellationToken)
    {
        if (!policy.IsOn)
        {
            return true;
        }

        var found = await users.ListUsersByAccountInfoAsync(tenantId, account.AccountInfo, doUnionOfAccountInfo: true, cancellationToken);
        if (found.All(user => user.Id == signingIn?.Id))
        {
            return true;
        }

        var primaries = found.Where(user => user.IsPrimaryUser).ToImmutableArray();
        var question = new LinkingQuestion(account, primaries.FirstOrDefault(), session, tenantId);
        if (primaries.Length <= 1 && await policy.DecideAsync(question, cancellationToken) is not LinkingDecision.Link { RequireVerification: true })
        {
            return true;
        }

        return primaries.Length switch
        {
            0 => found.Where(user => user.Id != session?.UserId).All(user => user.HasVerified(account.AccountInfo)),

            // The caller's own account is no stranger's.
            1 => isVerified && (primaries[0].Id == session?.UserId || primaries[0].HasVerified(account.AccountInfo)),

            // An address of one and a number of another: it could not be linked to either.
            _ => false,
        };
    }
}
