using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>Decides whether a login method may get another e-mail address. Every recipe that changes one asks here before it does.</summary>
internal sealed class AuthEmailChanges(IAccountLinkingRecipe recipe)
{
    /// <summary>Checks a change in every tenant of the user.</summary>
    /// <param name="user">The user who owns the login method.</param>
    /// <param name="newEmail">The address it should get.</param>
    /// <param name="isVerified">Whether the address will be verified.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it may.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<EmailChange> CheckAsync(User user, string newEmail, bool isVerified, SessionContainer? session, CancellationToken cancellationToken)
        => await recipe.IsEmailChangeAllowedAsync(user, newEmail, isVerified, session, cancellationToken) switch
        {
            EmailChangeResult.PrimaryUserConflict => EmailChange.PrimaryUserConflict,
            EmailChangeResult.AccountTakeoverRisk => EmailChange.AccountTakeoverRisk,
            _ => EmailChange.Allowed,
        };
}
