using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IPasswordlessApi, …&gt;()</c>.</summary>
public abstract class DelegatingPasswordlessApi : IPasswordlessApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingPasswordlessApi(IPasswordlessApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IPasswordlessApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<CreateCodeApiResult> CreateCodeAsync(PasswordlessCreateCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.CreateCodeAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ResendCodeApiResult> ResendCodeAsync(PasswordlessResendCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.ResendCodeAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<ConsumeCodeApiResult> ConsumeCodeAsync(PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.ConsumeCodeAsync(input, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PasswordlessEmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.EmailExistsAsync(email, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PhoneNumberExistsApiResult> PhoneNumberExistsAsync(string phoneNumber, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.PhoneNumberExistsAsync(phoneNumber, context, cancellationToken);
}
