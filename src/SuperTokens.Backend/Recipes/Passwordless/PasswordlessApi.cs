using System.Buffers;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The recipe's flows.</summary>
internal sealed class PasswordlessApi(
    IPasswordlessRecipe recipe,
    AuthFlow auth,
    IUserDirectory users,
    PasswordlessFactors factors,
    PasswordlessMessages messages,
    SessionUserVerification sessionUsers,
    IOptions<PasswordlessOptions> options,
    ILogger<PasswordlessApi> logger) : IPasswordlessApi
{
    private const int MaxTriesForCustomCode = 3;

    private const int MaxIdLength = 512;

    private const int BadRequest = 400;

    private static readonly SearchValues<char> s_base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=");

    private readonly PasswordlessOptions _options = options.Value;

    public async Task<CreateCodeApiResult> CreateCodeAsync(PasswordlessCreateCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = new AuthRequest(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);
        var check = await CheckBeginningAsync(request, input.Contact, cancellationToken);
        if (check is not AuthCheck.Allowed allowed)
        {
            return new CreateCodeApiResult.NotAllowed(PasswordlessNotAllowedReasons.Of(check)!);
        }

        var custom = await CreateCustomCodeAsync(input.TenantId, cancellationToken);
        if (await recipe.CreateCodeAsync(input.TenantId, input.Contact, custom, input.Session, input.ShouldTryLinkingWithSessionUser, cancellationToken)
            is not CreateCodeResult.Ok { Code: var code })
        {
            throw new InvalidOperationException("No code was created.");
        }

        var flowType = PasswordlessFactors.FlowTypeOf(allowed.ValidFactorIds);
        await messages.SendAsync(new OutgoingCode(input.TenantId, input.Contact, code, flowType, allowed.IsFirstFactor, IsResend: false), context.HttpContext, cancellationToken);
        logger.Began(input.TenantId, flowType);
        return new CreateCodeApiResult.Ok(code.DeviceId, code.PreAuthSessionId, flowType);
    }

    public async Task<ResendCodeApiResult> ResendCodeAsync(PasswordlessResendCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = new AuthRequest(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);
        var device = IsId(input.DeviceId) ? await NullIfRefusedAsync(recipe.ListCodesByDeviceIdAsync(input.TenantId, input.DeviceId, cancellationToken)) : null;

        // The options may have changed since the attempt began; what forbids to go on is told when it begins anew.
        if (device is null || !IsWanted(device.Contact) || await CheckBeginningAsync(request, device.Contact, cancellationToken) is not AuthCheck.Allowed allowed)
        {
            return new ResendCodeApiResult.RestartFlow();
        }

        for (var tries = 0; tries < MaxTriesForCustomCode; tries++)
        {
            var custom = await CreateCustomCodeAsync(input.TenantId, cancellationToken);
            switch (await recipe.CreateNewCodeForDeviceAsync(input.TenantId, input.DeviceId, custom, cancellationToken))
            {
                case CreateNewCodeForDeviceResult.Ok { Code: var code }:
                    var flowType = PasswordlessFactors.FlowTypeOf(allowed.ValidFactorIds);
                    await messages.SendAsync(new OutgoingCode(input.TenantId, device.Contact, code, flowType, allowed.IsFirstFactor, IsResend: true), context.HttpContext, cancellationToken);
                    logger.SentAgain(input.TenantId, flowType);
                    return new ResendCodeApiResult.Ok();
                case CreateNewCodeForDeviceResult.UserInputCodeAlreadyUsed:
                    break;
                default:
                    return new ResendCodeApiResult.RestartFlow();
            }
        }

        return new ResendCodeApiResult.GeneralError("Failed to generate a one time code. Please try again");
    }

    public async Task<ConsumeCodeApiResult> ConsumeCodeAsync(PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = new AuthRequest(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);
        var code = input.Code;
        var device = HasIds(code) ? await NullIfRefusedAsync(recipe.ListCodesByPreAuthSessionIdAsync(input.TenantId, code.PreAuthSessionId, cancellationToken)) : null;
        if (device is null)
        {
            return NotSignedIn(input.TenantId, new ConsumeCodeApiResult.RestartFlow());
        }

        // A wrong code counts each time it is checked, so it is at most once.
        Task<CheckCodeResult?>? checking = null;
        var user = await auth.FindUserAsync(request, PasswordlessRecipe.Id, device.Contact.ToAccountInfo(), (_, token) => IsRightAsync(token), cancellationToken);
        await sessionUsers.VerifyAsync(request, device.Contact, IsRightAsync, cancellationToken);
        var attempt = Attempt(device.Contact, [PasswordlessFactors.Of(device.Contact, code)], user);
        if (PasswordlessNotAllowedReasons.Of(await auth.CheckAsync(request, attempt, cancellationToken)) is { } reason)
        {
            return NotSignedIn(input.TenantId, new ConsumeCodeApiResult.NotAllowed(reason));
        }

        if (checking is not null && Refusal(await checking) is { } refusal)
        {
            return NotSignedIn(input.TenantId, refusal);
        }

        var result = await NullIfRefusedAsync(recipe.ConsumeCodeAsync(input.TenantId, code, input.Session, input.ShouldTryLinkingWithSessionUser, cancellationToken)!);
        return result is ConsumeCodeResult.Ok ok
            ? await SignInAsync(context, request, ok, cancellationToken)
            : NotSignedIn(input.TenantId, Refusal(result));

        async Task<bool> IsRightAsync(CancellationToken token)
            => await (checking ??= NullIfRefusedAsync(recipe.CheckCodeAsync(input.TenantId, code, token)!)) is CheckCodeResult.Ok;
    }

    public async Task<PasswordlessEmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);

        var exists = PasswordlessContact.CanBeKept(email)
            && await FindAsync(context.TenantId, new PasswordlessContact.Email(email), cancellationToken) is not null;
        return new PasswordlessEmailExistsApiResult.Ok(exists);
    }

    public async Task<PhoneNumberExistsApiResult> PhoneNumberExistsAsync(string phoneNumber, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phoneNumber);
        var normalised = PhoneNumberText.Normalise(phoneNumber);
        var exists = PasswordlessContact.CanBeKept(normalised)
            && await FindAsync(context.TenantId, new PasswordlessContact.Phone(normalised), cancellationToken) is not null;
        return new PhoneNumberExistsApiResult.Ok(exists);
    }

    private static AuthAttempt Attempt(PasswordlessContact contact, ImmutableArray<string> factorIds, AuthenticatingUser? user)
        => new(PasswordlessRecipe.Id, contact.ToAccountInfo(), factorIds)
        {
            AuthenticatingUser = user?.User,
            IsSignUp = user is null,
            IsVerified = user?.LoginMethod.Verified ?? true,
            SignInVerifiesLoginMethod = true,
        };

    // The core's database fails on what no id can hold, such as NUL.
    private static bool IsId(string text) => text.Length is > 0 and <= MaxIdLength && !text.AsSpan().ContainsAnyExcept(s_base64);

    private static bool HasIds(SubmittedCode code) => IsId(code.PreAuthSessionId) && code switch
    {
        SubmittedCode.UserInput typed => IsId(typed.DeviceId),
        SubmittedCode.Link link => IsId(link.LinkCode),
        _ => false,
    };

    // The core answers 400 to ids it cannot decode and to those of two attempts: no attempt has them.
    private static async Task<T?> NullIfRefusedAsync<T>(Task<T?> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (CoreException exception) when (exception.StatusCode == BadRequest)
        {
            return null;
        }
    }

    private static ConsumeCodeApiResult? Refusal(CheckCodeResult? result) => result switch
    {
        CheckCodeResult.Ok => null,
        CheckCodeResult.IncorrectUserInputCode wrong => new ConsumeCodeApiResult.IncorrectUserInputCode(wrong.FailedCodeInputAttemptCount, wrong.MaximumCodeInputAttempts),
        CheckCodeResult.ExpiredUserInputCode old => new ConsumeCodeApiResult.ExpiredUserInputCode(old.FailedCodeInputAttemptCount, old.MaximumCodeInputAttempts),
        _ => new ConsumeCodeApiResult.RestartFlow(),
    };

    private static ConsumeCodeApiResult Refusal(ConsumeCodeResult? result) => result switch
    {
        ConsumeCodeResult.IncorrectUserInputCode wrong => new ConsumeCodeApiResult.IncorrectUserInputCode(wrong.FailedCodeInputAttemptCount, wrong.MaximumCodeInputAttempts),
        ConsumeCodeResult.ExpiredUserInputCode old => new ConsumeCodeApiResult.ExpiredUserInputCode(old.FailedCodeInputAttemptCount, old.MaximumCodeInputAttempts),
        ConsumeCodeResult.LinkingToSessionUserFailed failed => new ConsumeCodeApiResult.NotAllowed(PasswordlessNotAllowedReasons.Of(failed.Reason)),
        _ => new ConsumeCodeApiResult.RestartFlow(),
    };

    private bool IsWanted(PasswordlessContact contact) => _options.ContactMethod switch
    {
        PasswordlessContactMethod.Email => contact is PasswordlessContact.Email,
        PasswordlessContactMethod.Phone => contact is PasswordlessContact.Phone,
        _ => true,
    };

    private async Task<string?> CreateCustomCodeAsync(string tenantId, CancellationToken cancellationToken)
        => _options.GetCustomUserInputCode is { } create ? await create(tenantId, cancellationToken) : null;

    // Nothing is written yet: whoever asks for a code has not shown that the address is theirs.
    private async Task<AuthCheck> CheckBeginningAsync(AuthRequest request, PasswordlessContact contact, CancellationToken cancellationToken)
    {
        var user = await FindAsync(request.TenantId, contact, cancellationToken);
        var attempt = Attempt(contact, factors.Of(contact, addsToSession: request.Session is not null), user) with { SkipSessionUserUpdate = true };
        return await auth.CheckAsync(request, attempt, cancellationToken);
    }

    private async Task<AuthenticatingUser?> FindAsync(string tenantId, PasswordlessContact contact, CancellationToken cancellationToken)
    {
        var info = contact.ToAccountInfo();
        var found = await users.ListUsersByAccountInfoAsync(tenantId, info, cancellationToken: cancellationToken);
        return found
            .SelectMany(user => user.LoginMethods, (user, method) => new AuthenticatingUser(user, method))
            .FirstOrDefault(candidate => candidate.LoginMethod.RecipeId == PasswordlessRecipe.Id && candidate.LoginMethod.Has(info) && candidate.LoginMethod.WorksIn(tenantId));
    }

    private async Task<ConsumeCodeApiResult> SignInAsync(ApiContext context, AuthRequest request, ConsumeCodeResult.Ok ok, CancellationToken cancellationToken)
    {
        var session = await auth.CompleteAsync(context, request, ok.User, ok.RecipeUserId, cancellationToken);
        logger.SignedIn(ok.RecipeUserId, ok.CreatedNewRecipeUser);
        return new ConsumeCodeApiResult.Ok(ok.User, session, ok.CreatedNewRecipeUser);
    }

    private ConsumeCodeApiResult NotSignedIn(string tenantId, ConsumeCodeApiResult result)
    {
        logger.NotSignedIn(tenantId, result.GetType().Name);
        return result;
    }
}
