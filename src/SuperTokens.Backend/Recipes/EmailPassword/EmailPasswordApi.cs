using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's flows.</summary>
internal sealed class EmailPasswordApi(
    IEmailPasswordRecipe recipe,
    AuthFlow auth,
    IUserDirectory users,
    PasswordResets resets,
    ILogger<EmailPasswordApi> logger,
    IEmailVerificationRecipe? verification = null) : IEmailPasswordApi
{
    // The column of the core's database.
    private const int MaxStoredEmailLength = 256;

    public async Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = RequestOf(input);
        await auth.CheckAsync(request, new AuthAttempt(EmailPasswordRecipe.Id, new AccountInfo { Email = input.Email }, [EmailPasswordRecipe.Id]), cancellationToken);
        if (StandInEmail.Is(input.Email))
        {
            return new SignUpApiResult.EmailAlreadyExists();
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
        await auth.CheckAsync(request, new AuthAttempt(EmailPasswordRecipe.Id, new AccountInfo { Email = input.Email }, [EmailPasswordRecipe.Id]), cancellationToken);
        if (StandInEmail.Is(input.Email))
        {
            return new SignInApiResult.WrongCredentials();
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
        // Nobody has such an address. The core's database fails on NUL, its server on an address that fills the URL.
        if (email.Length > MaxStoredEmailLength || email.Any(char.IsControl))
        {
            return new EmailExistsApiResult.Ok(false);
        }

        var found = await users.ListUsersByAccountInfoAsync(context.TenantId, new AccountInfo { Email = email }, cancellationToken: cancellationToken);
        return new EmailExistsApiResult.Ok(PasswordMethodOf(found, email) is not null);
    }

    public async Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
    {
        var found = await users.ListUsersByAccountInfoAsync(context.TenantId, new AccountInfo { Email = email }, cancellationToken: cancellationToken);
        var method = PasswordMethodOf(found, email);
        var primary = found.FirstOrDefault(user => user.IsPrimaryUser);
        if (primary is not null && IsTakeoverRisk(primary, email))
        {
            return new GeneratePasswordResetTokenApiResult.NotAllowed(NotAllowedReasons.PasswordReset);
        }

        if (method is null)
        {
            logger.NobodyToMail(context.TenantId);
            return new GeneratePasswordResetTokenApiResult.Ok();
        }

        var owner = primary is not null && primary.LoginMethods.Contains(method) ? primary.Id : method.RecipeUserId.Value;
        try
        {
            await resets.MailLinkAsync(context.TenantId, owner, method.RecipeUserId, email, context.HttpContext, cancellationToken);
        }
        catch (EmailDeliveryException exception)
        {
            // An answer that depends on the mail server would tell a known address from an unknown one.
            logger.MailNotSent(exception);
        }
        catch (Exception exception) when (exception is not CoreException && !cancellationToken.IsCancellationRequested)
        {
            // The words of an own sender's exception may hold the address.
            logger.MailNotSentByOwnSender(exception.GetType());
        }

        return new GeneratePasswordResetTokenApiResult.Ok();
    }

    public async Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default)
    {
        if (await recipe.ConsumePasswordResetTokenAsync(context.TenantId, token, cancellationToken) is not ConsumePasswordResetTokenResult.Ok use
            || await users.GetUserAsync(use.UserId, cancellationToken) is not { } user)
        {
            return new ResetPasswordApiResult.InvalidToken();
        }

        if (user.LoginMethods.FirstOrDefault(method => method.RecipeId == EmailPasswordRecipe.Id && method.RecipeUserId.Value == use.UserId) is not { } method)
        {
            return await AddPasswordAsync(use.Email, newPassword, context.TenantId, cancellationToken);
        }

        // What was no risk when the token was made may have become one since. The core keeps tokens when the address changes, but
        // whoever reads the former mailbox may be the reason why it changed.
        if (!method.HasSameEmailAs(use.Email) || (user.IsPrimaryUser && IsTakeoverRisk(user, use.Email)))
        {
            return new ResetPasswordApiResult.InvalidToken();
        }

        var update = new UpdateEmailOrPasswordInput(new RecipeUserId(use.UserId)) { Password = newPassword, TenantIdForPasswordPolicy = context.TenantId };
        switch (await recipe.UpdateEmailOrPasswordAsync(update, cancellationToken))
        {
            case UpdateEmailOrPasswordResult.Ok:
                logger.PasswordReset(update.RecipeUserId);
                return new ResetPasswordApiResult.Ok(await MarkVerifiedAsync(user, update.RecipeUserId, use.Email, context.TenantId, cancellationToken), use.Email);
            case UpdateEmailOrPasswordResult.PasswordPolicyViolated violated:
                return new ResetPasswordApiResult.PasswordPolicyViolated(violated.FailureReason);
            default:
                return new ResetPasswordApiResult.InvalidToken();
        }
    }

    private static AuthRequest RequestOf(EmailPasswordAuthInput input) => new(input.TenantId, input.Session, input.ShouldTryLinkingWithSessionUser);

    private static LoginMethod? PasswordMethodOf(ImmutableArray<User> users, string email)
        => users.SelectMany(user => user.LoginMethods).FirstOrDefault(method => method.RecipeId == EmailPasswordRecipe.Id && method.HasSameEmailAs(email));

    // Somebody may have linked an address that is not theirs to an account of their own. Its owner must not fall into that
    // account: the address has to be verified there, or be the only thing the account is known by.
    private static bool IsTakeoverRisk(User user, string email)
        => !user.LoginMethods.Any(method => method.HasSameEmailAs(email) && method.Verified)
            && user.LoginMethods.Any(method => (method.Email is not null && !method.HasSameEmailAs(email)) || method.PhoneNumber is not null);

    // The token was made for a user who has no password yet.
    private async Task<ResetPasswordApiResult> AddPasswordAsync(string email, string newPassword, string tenantId, CancellationToken cancellationToken)
        => await recipe.CreateNewRecipeUserAsync(tenantId, email, newPassword, cancellationToken) is CreateRecipeUserResult.Ok created
            ? new ResetPasswordApiResult.Ok(await MarkVerifiedAsync(created.User, created.RecipeUserId, email, tenantId, cancellationToken), email)
            : new ResetPasswordApiResult.InvalidToken();

    // Whoever has the token from the mail has the address.
    private async Task<User> MarkVerifiedAsync(User user, RecipeUserId recipeUserId, string email, string tenantId, CancellationToken cancellationToken)
    {
        if (verification is null
            || await verification.CreateEmailVerificationTokenAsync(tenantId, recipeUserId, email, cancellationToken) is not CreateEmailVerificationTokenResult.Ok created)
        {
            return user;
        }

        await verification.VerifyEmailUsingTokenAsync(tenantId, created.Token, attemptAccountLinking: false, cancellationToken);
        return await users.GetUserAsync(user.Id, cancellationToken) ?? user;
    }
}
