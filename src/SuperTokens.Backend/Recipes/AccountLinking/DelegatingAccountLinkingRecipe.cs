using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IAccountLinkingRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingAccountLinkingRecipe : IAccountLinkingRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingAccountLinkingRecipe(IAccountLinkingRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IAccountLinkingRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<User> CreatePrimaryUserIdOrLinkAccountsAsync(string tenantId, User user, SessionContainer? session = null, CancellationToken cancellationToken = default)
        => Inner.CreatePrimaryUserIdOrLinkAccountsAsync(tenantId, user, session, cancellationToken);

    /// <inheritdoc />
    public virtual Task<User?> GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(string tenantId, User user, CancellationToken cancellationToken = default)
        => Inner.GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(tenantId, user, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CanCreatePrimaryUserResult> CanCreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        => Inner.CanCreatePrimaryUserAsync(recipeUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreatePrimaryUserResult> CreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        => Inner.CreatePrimaryUserAsync(recipeUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CanLinkAccountsResult> CanLinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default)
        => Inner.CanLinkAccountsAsync(recipeUserId, primaryUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<LinkAccountsResult> LinkAccountsAsync(RecipeUserId recipeUserId, string primaryUserId, CancellationToken cancellationToken = default)
        => Inner.LinkAccountsAsync(recipeUserId, primaryUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UnlinkAccountResult> UnlinkAccountAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        => Inner.UnlinkAccountAsync(recipeUserId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> IsSignUpAllowedAsync(
        string tenantId, NewAccountInfo newUser, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default)
        => Inner.IsSignUpAllowedAsync(tenantId, newUser, isVerified, session, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> IsSignInAllowedAsync(
        string tenantId, User user, NewAccountInfo accountInfo, bool signInVerifiesLoginMethod = false, SessionContainer? session = null, CancellationToken cancellationToken = default)
        => Inner.IsSignInAllowedAsync(tenantId, user, accountInfo, signInVerifiesLoginMethod, session, cancellationToken);

    /// <inheritdoc />
    public virtual Task<EmailChangeResult> IsEmailChangeAllowedAsync(
        User user, string newEmail, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default)
        => Inner.IsEmailChangeAllowedAsync(user, newEmail, isVerified, session, cancellationToken);
}
