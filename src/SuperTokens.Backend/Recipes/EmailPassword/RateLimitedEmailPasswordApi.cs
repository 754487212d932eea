using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's limits.</summary>
internal sealed class RateLimitedEmailPasswordApi(IEmailPasswordApi inner, RateLimits limits) : DelegatingEmailPasswordApi(inner)
{
    public override async Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var result = await limits.SignUpAsync(
            context, () => base.SignUpAsync(input, context, cancellationToken), message => new SignUpApiResult.GeneralError(message));
        if (result is SignUpApiResult.Ok)
        {
            limits.Know(context, input.Email);
        }

        return result;
    }

    public override async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var result = await limits.AttemptAsync(
            context,
            () => base.SignInAsync(input, context, cancellationToken),
            result => result is SignInApiResult.Ok,
            message => new SignInApiResult.GeneralError(message),
            account: input.Email);
        if (result is SignInApiResult.Ok)
        {
            limits.Know(context, input.Email);
        }

        return result;
    }

    public override Task<EmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => limits.LookUpAsync<EmailExistsApiResult>(
            context, () => base.EmailExistsAsync(email, context, cancellationToken), message => new EmailExistsApiResult.GeneralError(message));

    public override Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => limits.SendAsync<GeneratePasswordResetTokenApiResult>(
            context,
            email,
            () => base.GeneratePasswordResetTokenAsync(email, context, cancellationToken),
            message => new GeneratePasswordResetTokenApiResult.GeneralError(message));

    public override async Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
    {
        var result = await limits.AttemptAsync(
            context,
            () => base.ResetPasswordAsync(token, newPassword, context, cancellationToken),
            result => result is not ResetPasswordApiResult.InvalidToken,
            message => new ResetPasswordApiResult.GeneralError(message));
        if (result is ResetPasswordApiResult.Ok ok)
        {
            limits.Know(context, ok.Email);
        }

        return result;
    }
}
