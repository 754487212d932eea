using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>The recipe's flows.</summary>
internal sealed class EmailVerificationApi(
    IEmailVerificationRecipe recipe,
    EmailVerifications verifications,
    EmailVerificationClaim claim,
    RecipeUserEmails emails,
    AuthVerificationMails verificationMails,
    IUserDirectory users,
    ISessionRecipe sessions,
    VerifiedAddresses verifiedAddresses,
    ILogger<EmailVerificationApi> logger) : IEmailVerificationApi
{
    public static UnauthorisedException UnknownUser() => new("Unknown User ID provided");

    public async Task<VerifyEmailApiResult> VerifyEmailAsync(string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default)
    {
        if (await recipe.VerifyEmailUsingTokenAsync(context.TenantId, token, cancellationToken: cancellationToken) is not VerifyEmailUsingTokenResult.Ok verified)
        {
            return new VerifyEmailApiResult.InvalidToken();
        }

        logger.Verified(verified.RecipeUserId);

        var newSession = session is null
            ? null
            : await verifiedAddresses.UpdateSessionAsync(session, verified.RecipeUserId, context.HttpContext, cancellationToken);
        return new VerifyEmailApiResult.Ok(verified.RecipeUserId, verified.Email, newSession);
    }

    public async Task<IsEmailVerifiedApiResult> IsEmailVerifiedAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = await FindUserAsync(session, cancellationToken);
        switch (await emails.FindAsync(user, session.RecipeUserId, cancellationToken))
        {
            case RecipeUserEmailResult.Ok ok when await recipe.IsEmailVerifiedAsync(session.RecipeUserId, ok.Email, cancellationToken):
                // Verified on another device: this session learns it here, and may have to become another user's.
                return new IsEmailVerifiedApiResult.Ok(true, await verifiedAddresses.UpdateSessionAsync(session, user, context.HttpContext, isVerified: true, cancellationToken));
            case RecipeUserEmailResult.Ok:
                await session.SetClaimValueAsync(claim, false, cancellationToken);
                return new IsEmailVerifiedApiResult.Ok(false);
            case RecipeUserEmailResult.EmailDoesNotExist:
                return new IsEmailVerifiedApiResult.Ok(true);
            default:
                throw UnknownUser();
        }
    }

    public async Task<GenerateEmailVerifyTokenApiResult> GenerateEmailVerifyTokenAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = await FindUserAsync(session, cancellationToken);
        var found = await emails.FindAsync(user, session.RecipeUserId, cancellationToken);
        if (found is RecipeUserEmailResult.UnknownUserId)
        {
            throw UnknownUser();
        }

        if (user is not null && !await verificationMails.AllowAsync(user, session, cancellationToken))
        {
            logger.MailRefused(session.RecipeUserId);
            return new GenerateEmailVerifyTokenApiResult.GeneralError("Another account has this address. Sign in to it, or reset your password.");
        }

        if (found is not RecipeUserEmailResult.Ok { Email: { } email }
            || await verifications.CreateLinkAsync(session.TenantId, session.RecipeUserId, email, context.HttpContext, cancellationToken)
                is not EmailVerificationLinkResult.Ok created)
        {
            logger.NothingToVerify(session.RecipeUserId);
            return new GenerateEmailVerifyTokenApiResult.EmailAlreadyVerified(await verifiedAddresses.UpdateSessionAsync(session, user, context.HttpContext, isVerified: null, cancellationToken));
        }

        // The verification was taken back, and this session does not know yet.
        if (session.GetClaimValue(claim) is not { HasValue: true, Value: false })
        {
            await session.SetClaimValueAsync(claim, await claim.FetchAsync(user, session.RecipeUserId, cancellationToken), cancellationToken);
        }

        await MailAsync(session, email, created.Link, cancellationToken);
        logger.MailSent(session.RecipeUserId);
        return new GenerateEmailVerifyTokenApiResult.Ok();
    }

    // Linking ends a login method's sessions. Their access tokens live on for a while: they may be those of a stranger whom the owner's
    // new password was to keep out, and must not be exchanged for a session of the account it was linked to.
    private async Task<User?> FindUserAsync(SessionContainer session, CancellationToken cancellationToken)
    {
        var user = await users.GetUserAsync(session.RecipeUserId.Value, cancellationToken);
        return user is null || user.Id == session.UserId || await sessions.GetSessionInformationAsync(session.Handle, cancellationToken) is not null
            ? user
            : throw new UnauthorisedException("The session ended when its login method was linked.");
    }

    private async Task MailAsync(SessionContainer session, string email, string link, CancellationToken cancellationToken)
    {
        try
        {
            await verifications.MailAsync(session.TenantId, session.UserId, session.RecipeUserId, email, link, cancellationToken);
        }
        catch (Exception exception) when (OwnSender.MayTellSecrets(exception, cancellationToken))
        {
            // The words of an own sender's exception may hold the address, and what is thrown here is logged.
            throw new EmailDeliveryException($"The verification mail could not be sent: the IEmailSender failed with {exception.GetType()}.");
        }
    }
}
