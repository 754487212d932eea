using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The recipe's limits.</summary>
internal sealed class RateLimitedEmailVerificationApi(IEmailVerificationApi inner, RateLimits limits) : DelegatingEmailVerificationApi(inner)
{
    public override Task<VerifyEmailApiResult> VerifyEmailAsync(string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default)
        => limits.AttemptAsync<VerifyEmailApiResult>(
            context,
            () => base.VerifyEmailAsync(token, session, context, cancellationToken),
            result => result is VerifyEmailApiResult.Ok,
            message => new VerifyEmailApiResult.GeneralError(message));

    public override Task<GenerateEmailVerifyTokenApiResult> GenerateEmailVerifyTokenAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return limits.SendAsync<GenerateEmailVerifyTokenApiResult>(
            context,
            session.RecipeUserId.Value,
            () => base.GenerateEmailVerifyTokenAsync(session, context, cancellationToken),
            message => new GenerateEmailVerifyTokenApiResult.GeneralError(message));
    }
}
