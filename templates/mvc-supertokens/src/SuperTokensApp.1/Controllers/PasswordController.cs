using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokensApp._1.Infrastructure;
using SuperTokensApp._1.Models;
using SuperTokensApp._1.Resources;

namespace SuperTokensApp._1.Controllers;

/// <summary>Signs people up and in with an address and a password.</summary>
public class PasswordController(
    ApiContextFactory contexts, SignInPages pages, IEmailPasswordApi api, EmailPasswordForms forms, IStringLocalizer<Texts> texts) : FlowController(contexts)
{
    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken cancellationToken)
    {
        var fields = FieldsOf(form);
        AddErrors(await forms.CheckSignInAsync(fields, Api.TenantId, cancellationToken));
        if (ModelState.IsValid)
        {
            switch (await api.SignInAsync(InputOf(form, fields), Api, cancellationToken))
            {
                case SignInApiResult.Ok:
                    return Return();
                case SignInApiResult.WrongCredentials:
                    ModelState.AddModelError(nameof(form.Password), texts["SignIn.WrongCredentials"]);
                    break;
                case SignInApiResult.NotAllowed:
                    ModelState.AddModelError("", texts["SignIn.NotAllowed"]);
                    break;
                case SignInApiResult.GeneralError error:
                    ModelState.AddModelError("", error.Message);
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
        AddErrors(await forms.CheckSignUpAsync(fields, Api.TenantId, cancellationToken));
        if (ModelState.IsValid)
        {
            switch (await api.SignUpAsync(InputOf(form, fields), Api, cancellationToken))
            {
                case SignUpApiResult.Ok:
                    return Return();
                case SignUpApiResult.EmailAlreadyExists:
                    ModelState.AddModelError(nameof(form.Email), texts["SignUp.EmailTaken"]);
                    break;
                case SignUpApiResult.NotAllowed:
                    ModelState.AddModelError("", texts["SignUp.NotAllowed"]);
                    break;
                case SignUpApiResult.GeneralError error:
                    ModelState.AddModelError("", error.Message);
                    break;
            }
        }

        return View(form);
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

    private void AddErrors(IEnumerable<FormFieldError> errors)
    {
        // The rules' own words are the names of their texts.
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.Id, texts[error.Error]);
        }
    }
}
