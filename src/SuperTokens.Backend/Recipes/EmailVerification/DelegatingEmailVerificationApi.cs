using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IEmailVerificationApi, …&gt;()</c>.</summary>
public abstract class DelegatingEmailVerificationApi : IEmailVerificationApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingEmailVerificationApi(IEmailVerificationApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IEmailVerificationApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<VerifyEmailApiResult> VerifyEmailAsync(string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.VerifyEmailAsync(token, session, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<IsEmailVerifiedApiResult> IsEmailVerifiedAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.IsEmailVerifiedAsync(session, context, cancellationToken);

    /// <inheritdoc />
    public virtual Task<GenerateEmailVerifyTokenApiResult> GenerateEmailVerifyTokenAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GenerateEmailVerifyTokenAsync(session, context, cancellationToken);
}
