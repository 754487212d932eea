using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>Signs people in, and the first time up, with a code or a link that they are sent.</summary>
public class CodeController(
    ApiContextFactory contexts, IPasswordlessApi api, PasswordlessContacts contacts, ProtectedCookies cookies, IStringLocalizer<Texts> texts)
    : FlowController(contexts)
{
    private const string Cookie = "code-attempt";

    /// <summary>Longer than any code lasts: the core says when one is too old.</summary>
    private static readonly TimeSpan s_attemptLifetime = TimeSpan.FromHours(1);

    /// <summary>Asks where to send a code, or for the code that is on its way.</summary>
    [HttpGet("code")]
    public IActionResult Code()
        => IsSignedIn ? Return() : FindAttempt() is { } attempt ? CodeView(attempt) : View("Contact", new ContactForm());

    [HttpPost("code")]
    public async Task<IActionResult> Send(ContactForm form, CancellationToken cancellationToken)
    {
        switch (await contacts.ReadAsync(form.Contact ?? "", Api.TenantId, cancellationToken))
        {
            case ReadContactResult.Invalid invalid:
                ModelState.AddModelError(nameof(form.Contact), texts[invalid.Error]);
                return View("Contact", form);
            case ReadContactResult.Ok ok:
                return await SendAsync(form, ok.Contact, cancellationToken);
            case var other:
                throw new InvalidOperationException($"{other} is no contact.");
        }
    }

    [HttpPost("code/check")]
    public async Task<IActionResult> Check(CodeForm form, CancellationToken cancellationToken)
    {
        if (FindAttempt() is not { } attempt)
        {
            return Restart(texts["Code.Restart"]);
        }

        if (form.Code?.Trim() is not { Length: > 0 } code)
        {
            ModelState.AddModelError(nameof(form.Code), texts["Field is not optional"]);
            return CodeView(attempt);
        }

        return await SignInAsync(new SubmittedCode.UserInput(attempt.PreAuthSessionId, attempt.DeviceId, code), attempt, cancellationToken);
    }

    [HttpPost("code/resend")]
    public async Task<IActionResult> Resend(CancellationToken cancellationToken)
    {
        if (FindAttempt() is not { } attempt)
        {
            return Restart(texts["Code.Restart"]);
        }

        var input = new PasswordlessResendCodeInput { DeviceId = attempt.DeviceId, PreAuthSessionId = attempt.PreAuthSessionId, TenantId = Api.TenantId, ShouldTryLinkingWithSessionUser = false };
        switch (await api.ResendCodeAsync(input, Api, cancellationToken))
        {
            case ResendCodeApiResult.RestartFlow:
                return Restart(texts["Code.Restart"]);
            case ResendCodeApiResult.GeneralError error:
                ModelState.AddModelError("", texts[error.Message]);
                return CodeView(attempt);
            default:
                Notify(texts["Code.SentAgain"]);
                return RedirectToAction(nameof(Code), HttpContext.Kept());
        }
    }

    /// <summary>Begins anew, for example with another address.</summary>
    [HttpPost("code/restart")]
    public IActionResult Restart()
    {
        cookies.Delete(Response, Cookie);
        return RedirectToAction(nameof(Code), HttpContext.Kept());
    }

    /// <summary>
    /// The page to which the link in a mail leads. Its secret stands behind the # of the address, where only a script can read it, and mail
    /// servers open links to look for harm: only the button of the page signs in.
    /// </summary>
    [HttpGet("verify")]
    public IActionResult Link([FromQuery] string? preAuthSessionId) => LinkView(preAuthSessionId);

    [HttpPost("verify")]
    public async Task<IActionResult> Link([FromQuery] string? preAuthSessionId, string? linkCode, CancellationToken cancellationToken)
    {
        if (preAuthSessionId is null || linkCode is null)
        {
            ModelState.AddModelError("", texts["Link.Incomplete"]);
            return LinkView(preAuthSessionId);
        }

        return await SignInAsync(new SubmittedCode.Link(preAuthSessionId, linkCode), FindAttempt(preAuthSessionId), cancellationToken);
    }

    private async Task<IActionResult> SendAsync(ContactForm form, PasswordlessContact contact, CancellationToken cancellationToken)
    {
        var input = new PasswordlessCreateCodeInput { Contact = contact, TenantId = Api.TenantId, ShouldTryLinkingWithSessionUser = false };
        switch (await api.CreateCodeAsync(input, Api, cancellationToken))
        {
            case CreateCodeApiResult.Ok ok:
                var attempt = new CodeAttempt(
                    ok.DeviceId, ok.PreAuthSessionId, form.Contact!.Trim(), ok.FlowType != PasswordlessFlowType.MagicLink, Api.TenantId, ReturnAddress.Of(Request, Url));
                cookies.Write(Response, Cookie, attempt, s_attemptLifetime);
                return RedirectToAction(nameof(Code), HttpContext.Kept());
            case CreateCodeApiResult.GeneralError error:
                ModelState.AddModelError("", texts[error.Message]);
                break;
            default:
                ModelState.AddModelError(nameof(form.Contact), texts["Code.NotAllowed"]);
                break;
        }

        return View("Contact", form);
    }

    private async Task<IActionResult> SignInAsync(SubmittedCode code, CodeAttempt? attempt, CancellationToken cancellationToken)
    {
        var input = new PasswordlessConsumeCodeInput { Code = code, TenantId = Api.TenantId, ShouldTryLinkingWithSessionUser = false };
        switch (await api.ConsumeCodeAsync(input, Api, cancellationToken))
        {
            case ConsumeCodeApiResult.Ok:
                cookies.Delete(Response, Cookie);
                return Return(attempt?.ReturnUrl);
            case ConsumeCodeApiResult.IncorrectUserInputCode wrong:
                ModelState.AddModelError(nameof(CodeForm.Code), texts["Code.Wrong", wrong.MaximumCodeInputAttempts - wrong.FailedCodeInputAttemptCount]);
                break;
            case ConsumeCodeApiResult.ExpiredUserInputCode:
                ModelState.AddModelError(nameof(CodeForm.Code), texts["Code.Expired"]);
                break;
            case ConsumeCodeApiResult.NotAllowed:
                ModelState.AddModelError("", texts["Code.NotAllowed"]);
                break;
            case ConsumeCodeApiResult.GeneralError error:
                ModelState.AddModelError("", texts[error.Message]);
                break;
            default:
                return Restart(texts[code is SubmittedCode.Link ? "Link.Invalid" : "Code.Restart"]);
        }

        return code is SubmittedCode.Link link ? LinkView(link.PreAuthSessionId) : CodeView(attempt!);
    }

    /// <summary>The attempt that this browser began, if it was for this tenant.</summary>
    private CodeAttempt? FindAttempt() => cookies.Read<CodeAttempt>(Request, Cookie) is { } attempt && attempt.TenantId == Api.TenantId ? attempt : null;

    /// <summary>The attempt to which a link belongs, if this browser began it.</summary>
    private CodeAttempt? FindAttempt(string? preAuthSessionId) => FindAttempt() is { } attempt && attempt.PreAuthSessionId == preAuthSessionId ? attempt : null;

    /// <summary>Says for whom the link is where they asked for it. Anybody may have its address, without the secret.</summary>
    private ViewResult LinkView(string? preAuthSessionId) => View("Link", FindAttempt(preAuthSessionId));

    private ViewResult CodeView(CodeAttempt attempt) => View("Code", new CodeForm { Attempt = attempt });

    private ViewResult Restart(string problem)
    {
        cookies.Delete(Response, Cookie);
        ModelState.AddModelError("", problem);
        return View("Contact", new ContactForm());
    }
}
