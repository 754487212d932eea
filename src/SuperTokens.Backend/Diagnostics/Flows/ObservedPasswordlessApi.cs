using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Passwordless;

namespace SuperTokens.Backend.Diagnostics.Flows;

/// <summary>Records what signing in with a code or link came to, overrides included.</summary>
internal sealed class ObservedPasswordlessApi(IPasswordlessApi inner, FlowRecorder recorder) : DelegatingPasswordlessApi(inner)
{
    public override async Task<ConsumeCodeApiResult> ConsumeCodeAsync(PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var attempt = new FlowAttempt(PasswordlessRecipe.Id, input.TenantId);
        try
        {
            var result = await Inner.ConsumeCodeAsync(input, context, cancellationToken);
            switch (result)
            {
                case ConsumeCodeApiResult.Ok { CreatedNewRecipeUser: true } ok:
                    recorder.SignedUp(context, attempt, ok.User, ok.Session);
                    break;
                case ConsumeCodeApiResult.Ok ok:
                    recorder.SignedIn(context, attempt, ok.User, ok.Session);
                    break;
                default:
                    recorder.SignInFailed(context, attempt, ReasonOf(result));
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

    private static AuthFailure ReasonOf(ConsumeCodeApiResult result) => result switch
    {
        ConsumeCodeApiResult.IncorrectUserInputCode => AuthFailure.WrongCode,
        ConsumeCodeApiResult.ExpiredUserInputCode => AuthFailure.ExpiredCode,
        ConsumeCodeApiResult.RestartFlow => AuthFailure.UnknownCode,
        ConsumeCodeApiResult.NotAllowed => AuthFailure.NotAllowed,
        _ => AuthFailure.Refused,
    };
}
