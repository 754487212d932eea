using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IUserDirectory, …&gt;()</c>.</summary>
public abstract class DelegatingUserDirectory : IUserDirectory
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingUserDirectory(IUserDirectory inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IUserDirectory Inner { get; }

    /// <inheritdoc />
    public virtual Task<User?> GetUserAsync(string userId, CancellationToken cancellationToken = default) => Inner.GetUserAsync(userId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ImmutableArray<User>> ListUsersByAccountInfoAsync(
        string tenantId, AccountInfo accountInfo, bool doUnionOfAccountInfo = false, CancellationToken cancellationToken = default)
        => Inner.ListUsersByAccountInfoAsync(tenantId, accountInfo, doUnionOfAccountInfo, cancellationToken);

    /// <inheritdoc />
    public virtual Task DeleteUserAsync(string userId, bool removeAllLinkedAccounts = true, CancellationToken cancellationToken = default)
        => Inner.DeleteUserAsync(userId, removeAllLinkedAccounts, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UserPage> ListUsersAsync(UserQuery? query = null, CancellationToken cancellationToken = default) => Inner.ListUsersAsync(query, cancellationToken);

    /// <inheritdoc />
    public virtual Task<long> CountUsersAsync(string? tenantId = null, ImmutableArray<string> recipeIds = default, CancellationToken cancellationToken = default)
        => Inner.CountUsersAsync(tenantId, recipeIds, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateUserIdMappingResult> CreateUserIdMappingAsync(
        string superTokensUserId, string externalUserId, string? externalUserIdInfo = null, bool force = false, CancellationToken cancellationToken = default)
        => Inner.CreateUserIdMappingAsync(superTokensUserId, externalUserId, externalUserIdInfo, force, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GetUserIdMappingResult> GetUserIdMappingAsync(string userId, UserIdType? userIdType = null, CancellationToken cancellationToken = default)
        => Inner.GetUserIdMappingAsync(userId, userIdType, cancellationToken);

    /// <inheritdoc />
    public virtual Task<DeleteUserIdMappingResult> DeleteUserIdMappingAsync(
        string userId, UserIdType? userIdType = null, bool force = false, CancellationToken cancellationToken = default)
        => Inner.DeleteUserIdMappingAsync(userId, userIdType, force, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UpdateUserIdMappingInfoResult> UpdateOrDeleteUserIdMappingInfoAsync(
        string userId, string? externalUserIdInfo, UserIdType? userIdType = null, CancellationToken cancellationToken = default)
        => Inner.UpdateOrDeleteUserIdMappingInfoAsync(userId, externalUserIdInfo, userIdType, cancellationToken);
}
