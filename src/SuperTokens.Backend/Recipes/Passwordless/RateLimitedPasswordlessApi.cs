using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The recipe's limits. How often one code may be guessed is the core's own limit.</summary>
internal sealed class RateLimitedPasswordlessApi(IPasswordlessApi inner, RateLimits limits) : DelegatingPasswordlessApi(inner)
{
    public override async Task<CreateCodeApiResult> CreateCodeAsync(PasswordlessCreateCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        var account = input.Contact.ToAccountInfo();
        var recipient = account.Email ?? account.PhoneNumber!;
        var result = await limits.SendAsync(
            context, recipient, () => base.CreateCodeAsync(input, context, cancellationToken), message => new CreateCodeApiResult.GeneralError(message));
        if (result is CreateCodeApiResult.Ok ok)
        {
            limits.RememberRecipient(ok.DeviceId, recipient);
        }

        return result;
    }

    public override Task<ResendCodeApiResult> ResendCodeAsync(PasswordlessResendCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        => limits.SendAsync<ResendCodeApiResult>(
            context, input.DeviceId, () => base.ResendCodeAsync(input, context, cancellationToken), message => new ResendCodeApiResult.GeneralError(message));

    public override Task<ConsumeCodeApiResult> ConsumeCodeAsync(PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
        => limits.AttemptAsync<ConsumeCodeApiResult>(
            context,
            () => base.ConsumeCodeAsync(input, context, cancellationToken),
            result => result is ConsumeCodeApiResult.Ok,
            message => new ConsumeCodeApiResult.GeneralError(message));

    public override Task<PasswordlessEmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => limits.LookUpAsync<PasswordlessEmailExistsApiResult>(
            context, () => base.EmailExistsAsync(email, context, cancellationToken), message => new PasswordlessEmailExistsApiResult.GeneralError(message));

    public override Task<PhoneNumberExistsApiResult> PhoneNumberExistsAsync(string phoneNumber, ApiContext context, CancellationToken cancellationToken = default)
        => limits.LookUpAsync<PhoneNumberExistsApiResult>(
            context, () => base.PhoneNumberExistsAsync(phoneNumber, context, cancellationToken), message => new PhoneNumberExistsApiResult.GeneralError(message));
}
