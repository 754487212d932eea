using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// Whether the owner of an address may be asked by mail to verify it for a login method. Where the click would link the login method to
/// an account they have, a stranger who signed up with their address must not make them click: resetting the password proves as much,
/// and leaves the stranger without one.
/// </summary>
internal sealed class AuthVerificationMails(IAccountLinkingRecipe recipe, IAccountLinkingPolicy policy)
{
    /// <summary>Checks one mail.</summary>
    /// <param name="user">The user who asks for it.</param>
    /// <param name="session">Their session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when it may be sent.</returns>
    public async Task<bool> AllowAsync(User user, SessionContainer session, CancellationToken cancellationToken)
    {
        if (!policy.IsOn || user.IsPrimaryUser || user.LoginMethods[0].Verified)
        {
            return true;
        }

        var account = NewAccountInfo.From(user.LoginMethods[0]);
        var primary = await recipe.GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(session.TenantId, user, cancellationToken);
        return primary?.HasVerified(account.AccountInfo) != true
            || await policy.DecideAsync(new LinkingQuestion(account, primary, session, session.TenantId), cancellationToken)
                is not LinkingDecision.Link { RequireVerification: true };
    }
}
