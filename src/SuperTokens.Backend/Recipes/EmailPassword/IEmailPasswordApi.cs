using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>
/// What the recipe answers frontends, one endpoint a method, after form fields are checked. Override it by deriving from
/// <see cref="DelegatingEmailPasswordApi"/>.
/// </summary>
public interface IEmailPasswordApi
{
    /// <summary>Signs a user up and in: <c>POST /signup</c>.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user and their session, or why there is none.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with a password.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in: <c>POST /signin</c>.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user and their session, or why there is none.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with a password.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<SignInApiResult> SignInAsync(EmailPasswordAuthInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells whether an address is taken: <c>GET /emailpassword/email/exists</c> and the older <c>GET /signup/email/exists</c>.
    /// Sign-up forms ask while people type, so the endpoint tells anybody who has an account. An app that must not tell overrides
    /// this method.
    /// </summary>
    /// <param name="email">The address, as sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is taken.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<EmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// Mails a link to choose a new password: <c>POST /user/password/reset/token</c>. The answer is the same whether somebody has
    /// the address or not, and whether the mail could be sent or not (a failure is logged as an error). The mail is handed over
    /// before the answer, so a caller who measures time can still tell a known address from an unknown one.
    /// </summary>
    /// <param name="email">The address, without surrounding blanks.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The same for a known and an unknown address.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<GeneratePasswordResetTokenApiResult> GeneratePasswordResetTokenAsync(string email, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Sets a new password with the token from a mail: <c>POST /user/password/reset</c>. Begins no session and ends none.</summary>
    /// <param name="token">The token.</param>
    /// <param name="newPassword">The new password.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why the password is as before.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<ResetPasswordApiResult> ResetPasswordAsync(string token, string newPassword, ApiContext context, CancellationToken cancellationToken = default);
}
