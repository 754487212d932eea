using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>Finds users, whatever recipe they signed up with. Override it by deriving from <see cref="DelegatingUserDirectory"/>.</summary>
public interface IUserDirectory
{
    /// <summary>Finds a user by any of their ids.</summary>
    /// <param name="userId">A primary user id or the id of a login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or null when there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<User?> GetUserAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Finds the users of one tenant that have the given account info.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="accountInfo">What to find them by.</param>
    /// <param name="doUnionOfAccountInfo">Whether one matching property is enough (true) or all must match (false).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The users found, possibly none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ImmutableArray<User>> ListUsersByAccountInfoAsync(
        string tenantId, AccountInfo accountInfo, bool doUnionOfAccountInfo = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes a user with all their data in the core. Access tokens already handed out stay valid until they expire.</summary>
    /// <param name="userId">A primary user id or the id of a login method.</param>
    /// <param name="removeAllLinkedAccounts">
    /// Whether the linked login methods go too. Default: true. With false, and the id of a user who has others, sessions begun with the
    /// login method live on: end them first, or use <see cref="Recipes.AccountLinking.IAccountLinkingRecipe.UnlinkAccountAsync"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the core has deleted the user.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task DeleteUserAsync(string userId, bool removeAllLinkedAccounts = true, CancellationToken cancellationToken = default);

    /// <summary>Lists users, a page at a time.</summary>
    /// <param name="query">Which users, in what order; the oldest of tenant <c>public</c> first when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused the query.</exception>
    Task<UserPage> ListUsersAsync(UserQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Counts users.</summary>
    /// <param name="tenantId">The tenant whose users are counted, or null for all tenants.</param>
    /// <param name="recipeIds">Only users with a login method of these recipes; of any recipe when empty.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<long> CountUsersAsync(string? tenantId = null, ImmutableArray<string> recipeIds = default, CancellationToken cancellationToken = default);

    /// <summary>Gives a user an id of the app's own, which takes the place of SuperTokens' one everywhere. Do it before the id is used: at sign-up.</summary>
    /// <param name="superTokensUserId">The id SuperTokens made.</param>
    /// <param name="externalUserId">The app's own.</param>
    /// <param name="externalUserIdInfo">A note of the app's, or null.</param>
    /// <param name="force">Whether to do it although data is kept under SuperTokens' id already, which is then not found by the new one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused because one of the ids is in use.</exception>
    Task<CreateUserIdMappingResult> CreateUserIdMappingAsync(
        string superTokensUserId, string externalUserId, string? externalUserIdInfo = null, bool force = false, CancellationToken cancellationToken = default);

    /// <summary>Finds both ids of a user.</summary>
    /// <param name="userId">One of them.</param>
    /// <param name="userIdType">Which one it is; either when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Both, or that the user has no id of the app's own.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<GetUserIdMappingResult> GetUserIdMappingAsync(string userId, UserIdType? userIdType = null, CancellationToken cancellationToken = default);

    /// <summary>Takes the app's own id from a user, who has SuperTokens' one again.</summary>
    /// <param name="userId">One of the user's ids.</param>
    /// <param name="userIdType">Which one it is; either when null.</param>
    /// <param name="force">Whether to do it although data is kept under the app's id, which is then not found any more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="Core.CoreException">The core failed, or refused because the id is in use.</exception>
    Task<DeleteUserIdMappingResult> DeleteUserIdMappingAsync(
        string userId, UserIdType? userIdType = null, bool force = false, CancellationToken cancellationToken = default);

    /// <summary>Changes or deletes the note that is kept with an id of the app's own.</summary>
    /// <param name="userId">One of the user's ids.</param>
    /// <param name="externalUserIdInfo">The note, or null to delete it.</param>
    /// <param name="userIdType">Which id it is; either when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or that the user has no id of the app's own.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<UpdateUserIdMappingInfoResult> UpdateOrDeleteUserIdMappingInfoAsync(
        string userId, string? externalUserIdInfo, UserIdType? userIdType = null, CancellationToken cancellationToken = default);
}
