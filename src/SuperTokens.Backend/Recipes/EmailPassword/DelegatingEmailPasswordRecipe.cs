using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IEmailPasswordRecipe, …&gt;()</c>.</summary>
public abstract class DelegatingEmailPasswordRecipe : IEmailPasswordRecipe
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingEmailPasswordRecipe(IEmailPasswordRecipe inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IEmailPasswordRecipe Inner { get; }

    /// <inheritdoc />
    public virtual Task<SignUpResult> SignUpAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
        => Inner.SignUpAsync(tenantId, email, password, session, shouldTryLinkingWithSessionUser, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateRecipeUserResult> CreateNewRecipeUserAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
        => Inner.CreateNewRecipeUserAsync(tenantId, email, password, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SignInResult> SignInAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
        => Inner.SignInAsync(tenantId, email, password, session, shouldTryLinkingWithSessionUser, cancellationToken);

    /// <inheritdoc />
    public virtual Task<VerifyCredentialsResult> VerifyCredentialsAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default)
        => Inner.VerifyCredentialsAsync(tenantId, email, password, cancellationToken);

    /// <inheritdoc />
    public virtual Task<CreateResetPasswordTokenResult> CreateResetPasswordTokenAsync(string tenantId, string userId, string email, CancellationToken cancellationToken = default)
        => Inner.CreateResetPasswordTokenAsync(tenantId, userId, email, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ConsumePasswordResetTokenResult> ConsumePasswordResetTokenAsync(string tenantId, string token, CancellationToken cancellationToken = default)
        => Inner.ConsumePasswordResetTokenAsync(tenantId, token, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UpdateEmailOrPasswordResult> UpdateEmailOrPasswordAsync(UpdateEmailOrPasswordInput input, CancellationToken cancellationToken = default)
        => Inner.UpdateEmailOrPasswordAsync(input, cancellationToken);
}
