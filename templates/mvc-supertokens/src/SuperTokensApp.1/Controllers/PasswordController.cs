using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>Signs people up and in with an address and a password, and gives them a new one when it is forgotten.</summary>
public class PasswordController(
    ApiContextFactory contexts, SignInPages pages, IEmailPasswordApi api, EmailPasswordForms forms, ISessionRecipe sessions, IStringLocalizer<Texts> texts)
    : FlowController(contexts)
{
    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken cancellationToken)
    {
        var fields = FieldsOf(form);
        if (AreRight(await forms.CheckSignInAsync(fields, Api.TenantId, cancellationToken)))
        {
            switch (await api.SignInAsync(InputOf(form, fields), Api, cancellationToken))
            {
                case SignInApiResult.Ok:
                    return Return();
                case SignInApiResult.WrongCredentials:
                    ModelState.AddModelError(nameof(form.Password), texts["SignIn.WrongCredentials"]);
                    break;
                case SignInApiResult.NotAllowed:
                    ModelState.AddModelError(nameof(form.Email), texts["SignIn.NotAllowed"]);
                    break;
                case SignInApiResult.GeneralError error:
                    ModelState.AddModelError("", texts[error.Message]);
                    break;
            }
        }

        return View("~/Views/SignIn/SignIn.cshtml", await pages.CreateAsync(form, Api, cancellationToken));
    }

    [HttpGet("sign-up")]
    public IActionResult SignUp() => IsSignedIn ? Return() : View(new SignInForm());

    [HttpPost("sign-up")]
    public async Task<IActionResult> SignUp(SignInForm form, CancellationToken cancellationToken)
    {
        var fields = FieldsOf(form);
        if (AreRight(await forms.CheckSignUpAsync(fields, Api.TenantId, cancellationToken)))
        {
            switch (await api.SignUpAsync(InputOf(form, fields), Api, cancellationToken))
            {
                case SignUpApiResult.Ok:
                    return Return();
                case SignUpApiResult.EmailAlreadyExists:
                    ModelState.AddModelError(nameof(form.Email), texts["SignUp.EmailTaken"]);
                    break;
                case SignUpApiResult.NotAllowed:
                    ModelState.AddModelError(nameof(form.Email), texts["SignUp.NotAllowed"]);
                    break;
                case SignUpApiResult.GeneralError error:
                    ModelState.AddModelError("", texts[error.Message]);
                    break;
            }
        }

        return View(form);
    }

    [HttpGet("forgot-password")]
    public IActionResult Forgot() => View(new ForgotPasswordForm());

    /// <summary>Answers alike for addresses with and without an account.</summary>
    [HttpPost("forgot-password")]
    public async Task<IActionResult> Forgot(ForgotPasswordForm form, CancellationToken cancellationToken)
    {
        var email = form.Email?.Trim() ?? "";
        if (AreRight(await forms.CheckEmailAsync(email, Api.TenantId, cancellationToken)))
        {
            switch (await api.GeneratePasswordResetTokenAsync(email, Api, cancellationToken))
            {
                case GeneratePasswordResetTokenApiResult.Ok:
                    ReturnAddress.Remember(HttpContext, Url);
                    return View("ForgotSent", email);
                case GeneratePasswordResetTokenApiResult.NotAllowed:
                    ModelState.AddModelError(nameof(form.Email), texts["Forgot.NotAllowed"]);
                    break;
                case GeneratePasswordResetTokenApiResult.GeneralError error:
                    ModelState.AddModelError("", texts[error.Message]);
                    break;
            }
        }

        return View(form);
    }

    /// <summary>The page to which the link in the mail leads.</summary>
    [HttpGet("reset-password")]
    public IActionResult Reset(string? token)
        => token is null ? RedirectToAction(nameof(Forgot)) : View(new ResetPasswordForm());

    [HttpPost("reset-password")]
    public async Task<IActionResult> Reset([FromQuery] string? token, ResetPasswordForm form, CancellationToken cancellationToken)
    {
        var password = form.Password ?? "";
        if (AreRight(await forms.CheckPasswordAsync(password, Api.TenantId, cancellationToken)))
        {
            switch (await api.ResetPasswordAsync(token ?? "", password, Api, cancellationToken))
            {
                case ResetPasswordApiResult.Ok ok:
                    await EndSessionsAsync(ok.User.Id, cancellationToken);
                    Notify(texts["Reset.Done"]);
                    return RedirectToSignIn(ReturnAddress.Recall(HttpContext, Url));
                case ResetPasswordApiResult.InvalidToken:
                    ModelState.AddModelError("", texts["Reset.InvalidLink"]);
                    break;
                case ResetPasswordApiResult.PasswordPolicyViolated violated:
                    ModelState.AddModelError(nameof(form.Password), texts[violated.FailureReason]);
                    break;
                case ResetPasswordApiResult.GeneralError error:
                    ModelState.AddModelError("", texts[error.Message]);
                    break;
            }
        }

        return View(form);
    }

    /// <summary>Somebody else may be signed in with the old password. Who is signed in here begins anew, too.</summary>
    private async Task EndSessionsAsync(string userId, CancellationToken cancellationToken)
    {
        await sessions.RevokeAllSessionsForUserAsync(userId, cancellationToken: cancellationToken);
        if (HttpContext.GetSession() is { } session)
        {
            await session.RevokeAsync(cancellationToken);
        }
    }

    private static ImmutableArray<FormFieldValue> FieldsOf(SignInForm form) =>
    [
        FormFieldValue.Of(FormField.EmailId, form.Email?.Trim() ?? ""),
        FormFieldValue.Of(FormField.PasswordId, form.Password ?? ""),
    ];

    private EmailPasswordAuthInput InputOf(SignInForm form, ImmutableArray<FormFieldValue> fields) => new()
    {
        Email = form.Email!.Trim(),
        Password = form.Password!,
        FormFields = fields,
        TenantId = Api.TenantId,
        ShouldTryLinkingWithSessionUser = false,
    };

    private bool AreRight(IEnumerable<FormFieldError> errors)
    {
        // The words of the rules are the names of their texts.
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.Id, texts[error.Error]);
        }

        return ModelState.IsValid;
    }
}
