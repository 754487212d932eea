using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What the two endpoints for a forgotten password mean.</summary>
internal sealed class PasswordResetFlow(
    IEmailPasswordRecipe recipe,
    PasswordResetRules rules,
    PasswordResets resets,
    IUserDirectory users,
    IAccountLinkingRecipe linking,
    IAccountLinkingPolicy linkingPolicy,
    ISessionRecipe sessions,
    ILogger<PasswordResetFlow> logger,
    IEmailVerificationRecipe? verification = null)
{
    /// <summary>Mails a link to the owner of an address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, whether or not there is an owner; or that it could let somebody take an account over.</returns>
    public async Task<GeneratePasswordResetTokenApiResult> MailAsync(string email, ApiContext context, CancellationToken cancellationToken)
    {
        switch (await rules.FindAsync(context.TenantId, email, cancellationToken))
        {
            case PasswordResetRecipient.TakeoverRisk:
                return new GeneratePasswordResetTokenApiResult.NotAllowed(NotAllowedReasons.PasswordReset);
            case PasswordResetRecipient.Owner owner:
                await MailAsync(owner, email, context, cancellationToken);
                break;
            default:
                logger.NobodyToMail(context.TenantId);
                break;
        }

        return new GeneratePasswordResetTokenApiResult.Ok();
    }

    /// <summary>Sets a new password with a token. The mail that brought it proves the address, so that linking may follow.</summary>
    /// <param name="token">The token.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    public async Task<ResetPasswordApiResult> ResetAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken)
    {
        if (await recipe.ConsumePasswordResetTokenAsync(context.TenantId, token, cancellationToken) is not ConsumePasswordResetTokenResult.Ok use
            || await users.GetUserAsync(use.UserId, cancellationToken) is not { } user)
        {
            return new ResetPasswordApiResult.InvalidToken();
        }

        var method = user.LoginMethods.FirstOrDefault(m => m.RecipeId == EmailPasswordRecipe.Id && m.RecipeUserId.Value == use.UserId);
        if (method is null || (!method.HasSameEmailAs(use.Email) && user.LoginMethods.Any(m => m.Verified && m.HasSameEmailAs(use.Email))))
        {
            return await AddPasswordAsync(use.Email, newPassword, context.TenantId, cancellationToken);
        }

        // What was no risk when the token was made may have become one since. The core keeps tokens when the address changes, but
        // whoever reads the former mailbox may be the reason why it changed.
        if (!method.HasSameEmailAs(use.Email) || (user.IsPrimaryUser && PasswordResetRules.IsTakeoverRisk(user, use.Email)))
        {
            return new ResetPasswordApiResult.InvalidToken();
        }

        var update = new UpdateEmailOrPasswordInput(method.RecipeUserId) { Password = newPassword, TenantIdForPasswordPolicy = context.TenantId };
        switch (await recipe.UpdateEmailOrPasswordAsync(update, cancellationToken))
        {
            case UpdateEmailOrPasswordResult.Ok:
                logger.PasswordReset(update.RecipeUserId);

                // Whoever signed up may not have been the owner; what the proof now draws into the account must not be theirs.
                if (linkingPolicy.IsOn && !method.Verified)
                {
                    await sessions.RevokeAllSessionsForUserAsync(update.RecipeUserId.Value, revokeSessionsForLinkedAccounts: false, cancellationToken: cancellationToken);
                }

                return new ResetPasswordApiResult.Ok(await VerifyAndLinkAsync(user, update.RecipeUserId, use.Email, context.TenantId, cancellationToken), use.Email);
            case UpdateEmailOrPasswordResult.PasswordPolicyViolated violated:
                return new ResetPasswordApiResult.PasswordPolicyViolated(violated.FailureReason);
            default:
                return new ResetPasswordApiResult.InvalidToken();
        }
    }

    private async Task MailAsync(PasswordResetRecipient.Owner owner, string email, ApiContext context, CancellationToken cancellationToken)
    {
        try
        {
            await resets.MailLinkAsync(context.TenantId, owner.UserId, owner.RecipeUserId, email, context.HttpContext, cancellationToken);
        }
        catch (EmailDeliveryException exception)
        {
            // An answer that depends on the mail server would tell a known address from an unknown one.
            logger.MailNotSent(exception);
        }
        catch (Exception exception) when (OwnSender.MayTellSecrets(exception, cancellationToken))
        {
            // The words of an own sender's exception may hold the address.
            logger.MailNotSentByOwnSender(exception.GetType());
        }
    }

    // The token was made for a user who has no password with this address yet.
    private async Task<ResetPasswordApiResult> AddPasswordAsync(string email, string newPassword, string tenantId, CancellationToken cancellationToken)
        => await recipe.CreateNewRecipeUserAsync(tenantId, email, newPassword, cancellationToken) is CreateRecipeUserResult.Ok created
            ? new ResetPasswordApiResult.Ok(await VerifyAndLinkAsync(created.User, created.RecipeUserId, email, tenantId, cancellationToken), email)
            : new ResetPasswordApiResult.InvalidToken();

    private async Task<User> VerifyAndLinkAsync(User user, RecipeUserId recipeUserId, string email, string tenantId, CancellationToken cancellationToken)
    {
        // Whoever has the token from the mail has the address.
        if (verification is not null
            && await verification.CreateEmailVerificationTokenAsync(tenantId, recipeUserId, email, cancellationToken) is CreateEmailVerificationTokenResult.Ok created)
        {
            await verification.VerifyEmailUsingTokenAsync(tenantId, created.Token, attemptAccountLinking: false, cancellationToken);
            user = await users.GetUserAsync(user.Id, cancellationToken) ?? user;
        }

        return await linking.CreatePrimaryUserIdOrLinkAccountsAsync(tenantId, user, cancellationToken: cancellationToken);
    }
}
