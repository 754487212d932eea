using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IEmailVerificationRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingEmailVerificationRecipe : IEmailVerificationRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingEmailVerificationRecipe(IEmailVerificationRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IEmailVerificationRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<CreateEmailVerificationTokenResult> CreateEmailVerificationTokenAsync(
        string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => Inner.CreateEmailVerificationTokenAsync(tenantId, recipeUserId, email, cancellationToken);

    /// <inheritdoc />
    public virtual Task<VerifyEmailUsingTokenResult> VerifyEmailUsingTokenAsync(
        string tenantId, string token, bool attemptAccountLinking = true, CancellationToken cancellationToken = default)
        => Inner.VerifyEmailUsingTokenAsync(tenantId, token, attemptAccountLinking, cancellationToken);

    /// <inheritdoc />
    public virtual Task<bool> IsEmailVerifiedAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => Inner.IsEmailVerifiedAsync(recipeUserId, email, cancellationToken);

    /// <inheritdoc />
    public virtual Task RevokeEmailVerificationTokensAsync(string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => Inner.RevokeEmailVerificationTokensAsync(tenantId, recipeUserId, email, cancellationToken);

    /// <inheritdoc />
    public virtual Task UnverifyEmailAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default)
        => Inner.UnverifyEmailAsync(recipeUserId, email, cancellationToken);
}
