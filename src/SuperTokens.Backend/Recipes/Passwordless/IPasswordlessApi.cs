using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>
/// What the recipe answers frontends, one endpoint a method, after addresses and numbers are checked. Override it by deriving from
/// <see cref="DelegatingPasswordlessApi"/>.
/// </summary>
public interface IPasswordlessApi
{
    /// <summary>
    /// Sends a code: <c>POST /signinup/code</c>. The answer is the same whether somebody has the address or number or not, unless account
    /// linking forbids to sign up with it. The message is handed over before the answer, and a failure to do so fails the request.
    /// </summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the frontend needs to send the code back, or why there is none.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with what could be sent.</exception>
    /// <exception cref="Delivery.EmailDeliveryException">The mail could not be sent.</exception>
    /// <exception cref="Delivery.SmsDeliveryException">The SMS could not be sent.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<CreateCodeApiResult> CreateCodeAsync(PasswordlessCreateCodeInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Sends another code for an attempt that is under way: <c>POST /signinup/code/resend</c>.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is on its way, or why not.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with what could be sent.</exception>
    /// <exception cref="Delivery.EmailDeliveryException">The mail could not be sent.</exception>
    /// <exception cref="Delivery.SmsDeliveryException">The SMS could not be sent.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<ResendCodeApiResult> ResendCodeAsync(PasswordlessResendCodeInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Signs in, or up, with a code: <c>POST /signinup/code/consume</c>.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user and their session, or why there is none.</returns>
    /// <exception cref="UnauthorisedException">The tenant does not begin with such a code.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<ConsumeCodeApiResult> ConsumeCodeAsync(PasswordlessConsumeCodeInput input, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells whether somebody signs in with codes sent to an address: <c>GET /passwordless/email/exists</c> and the older
    /// <c>GET /signup/email/exists</c>. The endpoint tells anybody; an app that must not tell overrides this method or disables it.
    /// </summary>
    /// <param name="email">The address, as sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether somebody does.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<PasswordlessEmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells whether somebody signs in with codes sent to a number: <c>GET /passwordless/phonenumber/exists</c> and the older
    /// <c>GET /signup/phonenumber/exists</c>. The endpoint tells anybody; an app that must not tell overrides this method or disables it.
    /// </summary>
    /// <param name="phoneNumber">The number, as sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether somebody does.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<PhoneNumberExistsApiResult> PhoneNumberExistsAsync(string phoneNumber, ApiContext context, CancellationToken cancellationToken = default);
}
