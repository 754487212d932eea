using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IEmailPasswordApi, …&gt;()</c>.</summary>
public abstract class DelegatingEmailPasswordApi : IEmailPasswordApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingEmailPasswordApi(IEmailPasswordApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IEmailPasswordApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.SignUpAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.SignInAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<EmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.EmailExistsAsync(email, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GeneratePasswordResetTokenAsync(email, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.ResetPasswordAsync(token, newPassword, context, cancellationToken);
}
