using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>
/// Links login methods to one user, and knows what linking allows. It is there in every app: <c>AddAccountLinking</c> only turns
/// automatic linking on. Override it by deriving from <see cref="DelegatingAccountLinkingRecipe"/>.
/// </summary>
public interface IAccountLinkingRecipe
{
    /// <summary>Links a user to the one who has the same account info, else makes them a primary user, as the app's options want it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user; one who is a primary user already stays as they are.</param>
    /// <param name="session">The caller's session, for the app's decision; or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user the login method belongs to now; <paramref name="user"/> when nothing changed.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<User> CreatePrimaryUserIdOrLinkAccountsAsync(string tenantId, User user, SessionContainer? session = null, CancellationToken cancellationToken = default);

    /// <summary>Finds the primary user that a user could be linked to because of their account info.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The primary user, <paramref name="user"/> when they are one; null when there is none, so that they can become one.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<User?> GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(string tenantId, User user, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a login method could become a primary user.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it could, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such login method.</exception>
    Task<CanCreatePrimaryUserResult> CanCreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default);

    /// <summary>Makes a login method a primary user, whom others can be linked to. Their address is not asked to be verified.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such login method.</exception>
    Task<CreatePrimaryUserResult> CreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a login method could be linked to a primary user.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="primaryUserId">The primary user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it could, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such login method or user.</exception>
    Task<CanLinkAccountsResult> CanLinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Links a login method to a primary user, whoever owns its address: ask for proof before you call this. Its sessions end; its
    /// address becomes verified where the user has verified the same one.
    /// </summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="primaryUserId">The primary user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such login method or user.</exception>
    Task<LinkAccountsResult> LinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default);

    /// <summary>Takes a login method from its primary user, and ends its sessions. See the result for what becomes of it.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such login method.</exception>
    Task<UnlinkAccountResult> UnlinkAccountAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default);

    /// <summary>Tells whether somebody may sign up without putting another account with the same account info at risk.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="newUser">The login method to be created, known by an address or by a number, not by both.</param>
    /// <param name="isVerified">Whether the address will be verified when it is created.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when they may. Always, where the app does not link accounts.</returns>
    /// <exception cref="ArgumentException">It has an address and a number.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> IsSignUpAllowedAsync(string tenantId, NewAccountInfo newUser, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a user may sign in without putting another account with the same account info at risk.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user.</param>
    /// <param name="accountInfo">The login method they sign in with; see <see cref="NewAccountInfo.From"/>.</param>
    /// <param name="signInVerifiesLoginMethod">Whether the credentials themselves prove the address, as a code sent to it does.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when they may. Always, where the app does not link accounts.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> IsSignInAllowedAsync(
        string tenantId, User user, NewAccountInfo accountInfo, bool signInVerifiesLoginMethod = false, SessionContainer? session = null, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a login method's address may be changed without putting another account with the new one at risk.</summary>
    /// <param name="user">The user.</param>
    /// <param name="newEmail">The new address.</param>
    /// <param name="isVerified">Whether the new address is verified for this login method.</param>
    /// <param name="session">The caller's session, for the app's decision; or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it may, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<EmailChangeResult> IsEmailChangeAllowedAsync(
        User user, string newEmail, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default);
}
