using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The recipe's limits: made-up codes cost a call to the provider each.</summary>
internal sealed class RateLimitedThirdPartyApi(IThirdPartyApi inner, RateLimits limits) : DelegatingThirdPartyApi(inner)
{
    public override Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
        => limits.AttemptAsync<ThirdPartySignInUpApiResult>(
            context,
            () => base.SignInUpAsync(input, context, cancellationToken),
            result => result is ThirdPartySignInUpApiResult.Ok,
            message => new ThirdPartySignInUpApiResult.GeneralError(message));
}
