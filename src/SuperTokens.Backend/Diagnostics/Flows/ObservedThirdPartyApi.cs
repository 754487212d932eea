using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.ThirdParty;

namespace SuperTokens.Backend.Diagnostics.Flows;

/// <summary>Records what signing in with a provider came to, overrides included.</summary>
internal sealed class ObservedThirdPartyApi(IThirdPartyApi inner, FlowRecorder recorder, IOptions<ThirdPartyOptions> options) : DelegatingThirdPartyApi(inner)
{
    // Tenants may have any number of providers of their own, and measurements are kept for each name.
    private const string OtherProvider = "other";

    public override async Task<ThirdPartySignInUpApiResult> SignInUpAsync(ThirdPartyAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var attempt = new FlowAttempt(
            ThirdPartyRecipe.Id, input.TenantId, options.Value.Providers.ContainsKey(input.Provider.Id) ? input.Provider.Id : OtherProvider);
        try
        {
            var result = await Inner.SignInUpAsync(input, context, cancellationToken);
            switch (result)
            {
                case ThirdPartySignInUpApiResult.Ok { CreatedNewRecipeUser: true } ok:
                    recorder.SignedUp(context, attempt, ok.User, ok.Session);
                    break;
                case ThirdPartySignInUpApiResult.Ok ok:
                    recorder.SignedIn(context, attempt, ok.User, ok.Session);
                    break;
                case ThirdPartySignInUpApiResult.NoEmailGivenByProvider:
                    recorder.SignInFailed(context, attempt, AuthFailure.NoEmail);
                    break;
                case ThirdPartySignInUpApiResult.NotAllowed:
                    recorder.SignInFailed(context, attempt, AuthFailure.NotAllowed);
                    break;
                default:
                    recorder.SignInFailed(context, attempt, AuthFailure.Refused);
                    break;
            }

            return result;
        }
        catch (Exception exception)
        {
            recorder.Threw(context, isSignUp: false, attempt, exception);
            throw;
        }
    }
}
