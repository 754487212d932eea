using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>
/// E-mail verification that the application begins itself, for example after an address was changed. Take it from the services.
/// Where an address is left out, it is that of the login method.
/// </summary>
public sealed class EmailVerifications
{
    private readonly SuperTokensAppInfo _appInfo;
    private readonly RecipeUserEmails _emails;
    private readonly EmailVerificationOptions _options;
    private readonly IEmailVerificationRecipe _recipe;
    private readonly IEmailSender _sender;

    internal EmailVerifications(
        IEmailVerificationRecipe recipe, RecipeUserEmails emails, IEmailSender sender, SuperTokensAppInfo appInfo, IOptions<EmailVerificationOptions> options)
    {
        _recipe = recipe;
        _emails = emails;
        _sender = sender;
        _appInfo = appInfo;
        _options = options.Value;
    }

    /// <summary>Creates a link to the website's page that verifies: <c>{website}{base path}/verify-email?token=…&amp;tenantId=…</c>.</summary>
    /// <param name="tenantId">The tenant the link can be used in.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address, or null for the login method's.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    public async Task<EmailVerificationLinkResult> CreateLinkAsync(
        string tenantId, RecipeUserId recipeUserId, string? email = null, HttpContext? context = null, CancellationToken cancellationToken = default)
    {
        switch (await FindAsync(recipeUserId, email, cancellationToken))
        {
            case RecipeUserEmailResult.Ok ok:
                if (await _recipe.CreateEmailVerificationTokenAsync(tenantId, recipeUserId, ok.Email, cancellationToken) is not CreateEmailVerificationTokenResult.Ok created)
                {
                    return new EmailVerificationLinkResult.EmailAlreadyVerified();
                }

                var query = $"token={Uri.EscapeDataString(created.Token)}&tenantId={Uri.EscapeDataString(tenantId)}";
                return new EmailVerificationLinkResult.Ok($"{_appInfo.GetOrigin(context)}{_appInfo.WebsiteBasePath}/verify-email?{query}");
            case RecipeUserEmailResult.EmailDoesNotExist:
                return new EmailVerificationLinkResult.EmailAlreadyVerified();
            default:
                return new EmailVerificationLinkResult.UnknownUserId();
        }
    }

    /// <summary>Mails a link that verifies to the address itself.</summary>
    /// <param name="tenantId">The tenant the link can be used in.</param>
    /// <param name="userId">The user's (primary) id, for the mail's text.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address, or null for the login method's.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That the mail is on its way, or why there is none. What the mail server says is thrown.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    public async Task<SendVerificationEmailResult> SendEmailAsync(
        string tenantId, string userId, RecipeUserId recipeUserId, string? email = null, HttpContext? context = null, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(recipeUserId, email, cancellationToken);
        if (found is not RecipeUserEmailResult.Ok { Email: { } address })
        {
            return found is RecipeUserEmailResult.EmailDoesNotExist ? new SendVerificationEmailResult.EmailAlreadyVerified() : new SendVerificationEmailResult.UnknownUserId();
        }

        if (await CreateLinkAsync(tenantId, recipeUserId, address, context, cancellationToken) is not EmailVerificationLinkResult.Ok created)
        {
            return new SendVerificationEmailResult.EmailAlreadyVerified();
        }

        await MailAsync(tenantId, userId, recipeUserId, address, created.Link, cancellationToken);
        return new SendVerificationEmailResult.Ok();
    }

    /// <summary>Tells whether an address of a login method is verified.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address, or null for the login method's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when it is, or when there is no address to verify; null when there is no such login method.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<bool?> IsVerifiedAsync(RecipeUserId recipeUserId, string? email = null, CancellationToken cancellationToken = default)
        => await FindAsync(recipeUserId, email, cancellationToken) switch
        {
            RecipeUserEmailResult.Ok ok => await _recipe.IsEmailVerifiedAsync(recipeUserId, ok.Email, cancellationToken),
            RecipeUserEmailResult.EmailDoesNotExist => true,
            _ => null,
        };

    /// <summary>Makes all links for an address of a login method useless.</summary>
    /// <param name="tenantId">The tenant the links were made in.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address, or null for the login method's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such login method.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    public async Task<bool> RevokeTokensAsync(string tenantId, RecipeUserId recipeUserId, string? email = null, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(recipeUserId, email, cancellationToken);
        if (found is RecipeUserEmailResult.Ok ok)
        {
            await _recipe.RevokeEmailVerificationTokensAsync(tenantId, recipeUserId, ok.Email, cancellationToken);
        }

        return found is not RecipeUserEmailResult.UnknownUserId;
    }

    /// <summary>Takes the verification of an address back. A login method without an address counts as verified still.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address, or null for the login method's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such login method.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<bool> UnverifyAsync(RecipeUserId recipeUserId, string? email = null, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(recipeUserId, email, cancellationToken);
        if (found is RecipeUserEmailResult.Ok ok)
        {
            await _recipe.UnverifyEmailAsync(recipeUserId, ok.Email, cancellationToken);
        }

        return found is not RecipeUserEmailResult.UnknownUserId;
    }

    internal Task MailAsync(string tenantId, string userId, RecipeUserId recipeUserId, string email, string link, CancellationToken cancellationToken)
        => _sender.SendAsync(
            new VerifyEmailEmail(email, tenantId, link, userId, recipeUserId) { LinkLifetime = _options.EmailVerificationTokenLifetime }, cancellationToken);

    private Task<RecipeUserEmailResult> FindAsync(RecipeUserId recipeUserId, string? email, CancellationToken cancellationToken)
        => email is null ? _emails.FindAsync(recipeUserId, cancellationToken) : Task.FromResult<RecipeUserEmailResult>(new RecipeUserEmailResult.Ok(email));
}
