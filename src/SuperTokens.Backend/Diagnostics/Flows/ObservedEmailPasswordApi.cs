using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;

namespace SuperTokens.Backend.Diagnostics.Flows;

/// <summary>Records what the recipe's flows came to, overrides included.</summary>
internal sealed class ObservedEmailPasswordApi(IEmailPasswordApi inner, FlowRecorder recorder, AuditTrail audit) : DelegatingEmailPasswordApi(inner)
{
    public override async Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var attempt = AttemptOf(input);
        try
        {
            var result = await Inner.SignUpAsync(input, context, cancellationToken);
            if (result is SignUpApiResult.Ok ok)
            {
                recorder.SignedUp(context, attempt, ok.User, ok.Session);
            }
            else
            {
                recorder.SignUpFailed(context, attempt, result switch
                {
                    SignUpApiResult.EmailAlreadyExists => AuthFailure.EmailAlreadyExists,
                    SignUpApiResult.NotAllowed => AuthFailure.NotAllowed,
                    _ => AuthFailure.Refused,
                });
            }

            return result;
        }
        catch (Exception exception)
        {
            recorder.Threw(context, isSignUp: true, attempt, exception);
            throw;
        }
    }

    public override async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var attempt = AttemptOf(input);
        try
        {
            var result = await Inner.SignInAsync(input, context, cancellationToken);
            if (result is SignInApiResult.Ok ok)
            {
                recorder.SignedIn(context, attempt, ok.User, ok.Session);
            }
            else
            {
                recorder.SignInFailed(context, attempt, result switch
                {
                    SignInApiResult.WrongCredentials => AuthFailure.WrongCredentials,
                    SignInApiResult.NotAllowed => AuthFailure.NotAllowed,
                    _ => AuthFailure.Refused,
                });
            }

            return result;
        }
        catch (Exception exception)
        {
            recorder.Threw(context, isSignUp: false, attempt, exception);
            throw;
        }
    }

    public override async Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
    {
        var result = await Inner.ResetPasswordAsync(token, newPassword, context, cancellationToken);
        if (result is ResetPasswordApiResult.Ok ok)
        {
            audit.Report(new AuditEvent.PasswordReset { RecipeId = EmailPasswordRecipe.Id, TenantId = context.TenantId, UserId = ok.User.Id });
        }

        return result;
    }

    private static FlowAttempt AttemptOf(EmailPasswordAuthInput input) => new(EmailPasswordRecipe.Id, input.TenantId);
}
