using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>
/// What the recipe answers frontends, one endpoint a method. The user is always the session's. Override it by deriving from
/// <see cref="DelegatingEmailVerificationApi"/>.
/// </summary>
public interface IEmailVerificationApi
{
    /// <summary>
    /// Verifies an address with the token from a mail: <c>POST /user/email/verify</c>. A session of the same login method learns of
    /// it at once; any other session stays as it is.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="session">The caller's session, or null: links are opened on other devices too.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was verified, or that the token is of no use.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<VerifyEmailApiResult> VerifyEmailAsync(string token, SessionContainer? session, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Tells whether the address of the session's login method is verified, and the session too: <c>GET /user/email/verify</c>.</summary>
    /// <param name="session">The caller's session.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone, or linking ended the session.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<IsEmailVerifiedApiResult> IsEmailVerifiedAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default);

    /// <summary>Mails a link to the address of the session's login method: <c>POST /user/email/verify/token</c>.</summary>
    /// <param name="session">The caller's session.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That the mail is on its way, or that there is nothing to verify.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone, or linking ended the session.</exception>
    /// <exception cref="Delivery.EmailDeliveryException">The mail could not be handed over; the caller gets a 500.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<GenerateEmailVerifyTokenApiResult> GenerateEmailVerifyTokenAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default);
}
