using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>Verifies that people own the address they signed up with.</summary>
public class EmailController(
    ApiContextFactory contexts, IEmailVerificationApi api, IRequestSessions sessions, IStringLocalizer<Texts> texts) : FlowController(contexts)
{
    private const string SentKey = "VerificationMailOf";

    /// <summary>
    /// Where people wait for the mail, and where its link leads. Mail servers open links to look for harm, so that only the button of
    /// that page verifies.
    /// </summary>
    [HttpGet("verify-email")]
    public async Task<IActionResult> Verify(string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
        {
            return View("Confirm");
        }

        if (await FindSessionAsync(cancellationToken) is not { } session)
        {
            return RedirectToSignIn(ReturnAddress.OfPage(Request));
        }

        ReturnAddress.Remember(HttpContext, Url);
        if (await api.IsEmailVerifiedAsync(session, Api, cancellationToken) is IsEmailVerifiedApiResult.Ok { IsVerified: true })
        {
            return Return();
        }

        // The first mail of a session goes by itself.
        return TempData.Peek(SentKey) is string handle && handle == session.Handle ? View("Wait") : await SendAsync(session, cancellationToken);
    }

    [HttpPost("verify-email")]
    public async Task<IActionResult> Confirm([FromQuery] string? token, CancellationToken cancellationToken)
    {
        var session = await FindSessionAsync(cancellationToken);
        var result = await api.VerifyEmailAsync(token ?? "", session, Api, cancellationToken);
        if (result is VerifyEmailApiResult.Ok ok)
        {
            // Whoever is signed in here may have opened somebody else's link.
            Notify(texts["Verify.Done", ok.Email]);
            var returnUrl = ReturnAddress.Recall(HttpContext, Url);
            return session is null ? RedirectToSignIn(returnUrl) : Return(returnUrl);
        }

        var problem = texts[result is VerifyEmailApiResult.GeneralError error ? error.Message : "Verify.InvalidLink"];
        if (session is null)
        {
            return Fail(problem, returnUrl: null);
        }

        ModelState.AddModelError("", problem);
        return View("Wait");
    }

    [HttpPost("verify-email/send")]
    public async Task<IActionResult> Send(CancellationToken cancellationToken)
        => await FindSessionAsync(cancellationToken) is { } session ? await SendAsync(session, cancellationToken) : RedirectToSignIn(returnUrl: null);

    private async Task<IActionResult> SendAsync(SessionContainer session, CancellationToken cancellationToken)
    {
        switch (await api.GenerateEmailVerifyTokenAsync(session, Api, cancellationToken))
        {
            case GenerateEmailVerifyTokenApiResult.EmailAlreadyVerified:
                return Return(ReturnAddress.Recall(HttpContext, Url));
            case GenerateEmailVerifyTokenApiResult.GeneralError error:
                ModelState.AddModelError("", texts[error.Message]);
                break;
            default:
                TempData[SentKey] = session.Handle;
                Notify(texts["Verify.Sent"]);
                break;
        }

        return View("Wait");
    }

    private Task<SessionContainer?> FindSessionAsync(CancellationToken cancellationToken) => sessions.GetAsync(HttpContext, PageSession.Any, cancellationToken);
}
