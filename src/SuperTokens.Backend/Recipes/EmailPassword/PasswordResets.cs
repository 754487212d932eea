using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Password resets that the application begins itself, for example from an admin page. Take it from the services.</summary>
public sealed class PasswordResets
{
    private readonly SuperTokensAppInfo _appInfo;
    private readonly IEmailSender _emails;
    private readonly FormRules _forms;
    private readonly EmailPasswordOptions _options;
    private readonly IEmailPasswordRecipe _recipe;
    private readonly IUserDirectory _users;

    internal PasswordResets(
        IEmailPasswordRecipe recipe, IUserDirectory users, IEmailSender emails, SuperTokensAppInfo appInfo, FormRules forms, IOptions<EmailPasswordOptions> options)
    {
        _recipe = recipe;
        _users = users;
        _emails = emails;
        _appInfo = appInfo;
        _forms = forms;
        _options = options.Value;
    }

    /// <summary>Creates a link to the website's page for a new password: <c>{website}{base path}/reset-password?token=…&amp;tenantId=…</c>.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="userId">A login method's id, or a primary user's.</param>
    /// <param name="email">The address the link will be sent to.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link, or that there is no such user.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<ResetPasswordLinkResult> CreateLinkAsync(
        string tenantId, string userId, string email, HttpContext? context = null, CancellationToken cancellationToken = default)
    {
        if (await _recipe.CreateResetPasswordTokenAsync(tenantId, userId, email, cancellationToken) is not CreateResetPasswordTokenResult.Ok created)
        {
            return new ResetPasswordLinkResult.UnknownUserId();
        }

        var query = $"token={Uri.EscapeDataString(created.Token)}&tenantId={Uri.EscapeDataString(tenantId)}";
        return new ResetPasswordLinkResult.Ok($"{_appInfo.GetOrigin(context)}{_appInfo.WebsiteBasePath}/reset-password?{query}");
    }

    /// <summary>Mails a user a link to choose a new password.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="userId">A login method's id, or a primary user's.</param>
    /// <param name="email">The address of one of the user's login methods with a password; the mail goes there.</param>
    /// <param name="context">The request, for apps that serve several websites; null outside one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such user, or none with this address and a password. What the mail server says is thrown.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<bool> SendEmailAsync(
        string tenantId, string userId, string email, HttpContext? context = null, CancellationToken cancellationToken = default)
    {
        var user = await _users.GetUserAsync(userId, cancellationToken);
        var method = user?.LoginMethods.FirstOrDefault(m => m.RecipeId == EmailPasswordRecipe.Id && m.HasSameEmailAs(email));
        return method is not null && await MailLinkAsync(tenantId, user!.Id, method.RecipeUserId, method.Email!, context, cancellationToken);
    }

    /// <summary>Sets a new password with a token. Sessions go on.</summary>
    /// <param name="tenantId">The tenant the token was made in.</param>
    /// <param name="token">The token.</param>
    /// <param name="newPassword">The new password; it must obey the rule of the <c>password</c> form field.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<ResetPasswordResult> ResetAsync(string tenantId, string token, string newPassword, CancellationToken cancellationToken = default)
    {
        // Before the token is used up, so that the user can try again.
        if (await _forms.CheckPasswordAsync(newPassword, tenantId, cancellationToken) is { } failure)
        {
            return new ResetPasswordResult.PasswordPolicyViolated(failure);
        }

        if (await _recipe.ConsumePasswordResetTokenAsync(tenantId, token, cancellationToken) is not ConsumePasswordResetTokenResult.Ok use)
        {
            return new ResetPasswordResult.InvalidToken();
        }

        var user = await _users.GetUserAsync(use.UserId, cancellationToken);
        if (user?.LoginMethods.FirstOrDefault(m => m.RecipeId == EmailPasswordRecipe.Id && m.RecipeUserId.Value == use.UserId) is not { } method)
        {
            return new ResetPasswordResult.UnknownUserId();
        }

        // The core keeps tokens when the address changes; the former mailbox must not open the account.
        if (!method.HasSameEmailAs(use.Email))
        {
            return new ResetPasswordResult.InvalidToken();
        }

        var update = new UpdateEmailOrPasswordInput(new RecipeUserId(use.UserId)) { Password = newPassword, ApplyPasswordPolicy = false };
        return await _recipe.UpdateEmailOrPasswordAsync(update, cancellationToken) is UpdateEmailOrPasswordResult.Ok
            ? new ResetPasswordResult.Ok()
            : new ResetPasswordResult.UnknownUserId();
    }

    internal async Task<bool> MailLinkAsync(
        string tenantId, string userId, RecipeUserId? recipeUserId, string email, HttpContext? context, CancellationToken cancellationToken)
    {
        if (await CreateLinkAsync(tenantId, recipeUserId?.Value ?? userId, email, context, cancellationToken) is not ResetPasswordLinkResult.Ok created)
        {
            return false;
        }

        var mail = new PasswordResetEmail(email, tenantId, created.Link, userId, recipeUserId) { LinkLifetime = _options.PasswordResetTokenLifetime };
        await _emails.SendAsync(mail, cancellationToken);
        return true;
    }
}
