using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's flows.</summary>
internal sealed class EmailPasswordApi(
    IEmailPasswordRecipe recipe, AuthFlow auth, IUserDirectory users, PasswordResetFlow resets, ILogger<EmailPasswordApi> logger) : IEmailPasswordApi
{
    // The column of the core's database.
    private const int MaxStoredEmailLength = 256;

    public async Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = RequestOf(input);
        var isStandIn = StandInEmail.Is(input.Email);
        switch (await auth.CheckAsync(request, AttemptOf(input) with { IsSignUp = true, IsVerified = isStandIn }, cancellationToken))
        {
            case AuthCheck.Allowed { IsFirstFactor: true } when isStandIn:
                return new SignUpApiResult.EmailAlreadyExists();
            case AuthCheck.Allowed:
                break;
            case AuthCheck.LinkingToSessionUserFailed failed:
                return new SignUpApiResult.NotAllowed(NotAllowedReasons.OfSignUp(failed.Reason));
            default:
                return await HasPasswordAsync(input.TenantId, input.Email, cancellationToken)
                    ? new SignUpApiResult.EmailAlreadyExists()
                    : new SignUpApiResult.NotAllowed(NotAllowedReasons.SignUp);
        }

        var result = await recipe.SignUpAsync(
            input.TenantId, input.Email, input.Password, input.Session, input.ShouldTryLinkingWithSessionUser, cancellationToken);
        switch (result)
        {
            case SignUpResult.Ok ok:
                var session = await auth.CompleteAsync(context, request, ok.User, ok.RecipeUserId, cancellationToken);
                logger.SignedUp(ok.RecipeUserId);
                return new SignUpApiResult.Ok(ok.User, session);
            case SignUpResult.LinkingToSessionUserFailed failed:
                return new SignUpApiResult.NotAllowed(NotAllowedReasons.OfSignUp(failed.Reason));
            default:
                return new SignUpApiResult.EmailAlreadyExists();
        }
    }

    public async Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = RequestOf(input);
        var mustKnowUser = auth.MustKnowUser(request);
        var found = mustKnowUser ? await FindUserAsync(request, input, cancellationToken) : null;

        // For a stranger the session's user is left as they are; all else is asked alike, so that answers do not tell who has an account.
        var isStranger = mustKnowUser && found is null;
        var attempt = AttemptOf(input) with { AuthenticatingUser = found?.User, IsVerified = found?.LoginMethod.Verified == true, SkipSessionUserUpdate = isStranger };
        switch (await auth.CheckAsync(request, attempt, cancellationToken))
        {
            case AuthCheck.Allowed allowed when isStranger || (allowed.IsFirstFactor && StandInEmail.Is(input.Email)):
                return new SignInApiResult.WrongCredentials();
            case AuthCheck.Allowed:
                break;
            case AuthCheck.LinkingToSessionUserFailed failed:
                return new SignInApiResult.NotAllowed(NotAllowedReasons.OfSignIn(failed.Reason));
            default:
                return new SignInApiResult.NotAllowed(NotAllowedReasons.SignIn);
        }

        var result = await recipe.SignInAsync(
            input.TenantId, input.Email, input.Password, input.Session, input.ShouldTryLinkingWithSessionUser, cancellationToken);
        switch (result)
        {
            case SignInResult.Ok ok:
                var session = await auth.CompleteAsync(context, request, ok.User, ok.RecipeUserId, cancellationToken);
                logger.SignedIn(ok.RecipeUserId);
                return new SignInApiResult.Ok(ok.User, session);
            case SignInResult.LinkingToSessionUserFailed failed:
                return new SignInApiResult.NotAllowed(NotAllowedReasons.OfSignIn(failed.Reason));
            default:
                logger.WrongCredentials(input.TenantId);
                return new SignInApiResult.WrongCredentials();
        }
    }

    public async Task<EmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);

        // Nobody has such an address. The core's database fails on NUL, its server on an address that fills the URL.
        var isPossible = email.Length <= MaxStoredEmailLength && !email.Any(char.IsControl);
        return new EmailExistsApiResult.Ok(isPossible && await HasPasswordAsync(context.TenantId, email, cancellationToken));
    }

    public Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
        => resets.MailAsync(email, context, cancellationToken);

    public Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
        => resets.ResetAsync(token, newPassword, context, cancellationToken);

    private static AuthRequest RequestOf(EmailPasswordAuthInput input) => new(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);

    private static AuthAttempt AttemptOf(EmailPasswordAuthInput input) => new(EmailPasswordRecipe.Id, new AccountInfo { Email = input.Email }, [EmailPasswordRecipe.Id]);

    private Task<AuthenticatingUser?> FindUserAsync(AuthRequest request, EmailPasswordAuthInput input, CancellationToken cancellationToken)
        => auth.FindUserAsync(
            request,
            EmailPasswordRecipe.Id,
            new AccountInfo { Email = input.Email },
            async (tenantId, token) => await recipe.VerifyCredentialsAsync(tenantId, input.Email, input.Password, token) is VerifyCredentialsResult.Ok,
            cancellationToken);

    private async Task<bool> HasPasswordAsync(string tenantId, string email, CancellationToken cancellationToken)
    {
        var found = await users.ListUsersByAccountInfoAsync(tenantId, new AccountInfo { Email = email }, cancellationToken: cancellationToken);
        return found.SelectMany(user => user.LoginMethods).Any(method => method.RecipeId == EmailPasswordRecipe.Id && method.HasSameEmailAs(email) && method.WorksIn(tenantId));
    }
}
