using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The recipe's endpoints.</summary>
internal sealed class EmailPasswordEndpoints : ISuperTokensEndpoints
{
    private const string EmailTaken = "This email already exists. Please sign in instead.";

    private readonly IEmailPasswordApi _api;
    private readonly AuthFlow _auth;
    private readonly FormRules _forms;

    public EmailPasswordEndpoints(IEmailPasswordApi api, AuthFlow auth, FormRules forms)
    {
        _api = api;
        _auth = auth;
        _forms = forms;
        Endpoints =
        [
            new(EmailPasswordRecipe.Id, HttpMethods.Post, "/signup", SignUpAsync),
            new(EmailPasswordRecipe.Id, HttpMethods.Post, "/signin", SignInAsync),
            new(EmailPasswordRecipe.Id, HttpMethods.Get, "/emailpassword/email/exists", EmailExistsAsync),
            new(EmailPasswordRecipe.Id, HttpMethods.Get, "/signup/email/exists", EmailExistsAsync),
            new(EmailPasswordRecipe.Id, HttpMethods.Post, "/user/password/reset/token", GeneratePasswordResetTokenAsync),
            new(EmailPasswordRecipe.Id, HttpMethods.Post, "/user/password/reset", ResetPasswordAsync),
        ];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> SignUpAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var form = await FormReader.ReadAsync(body, _forms.SignUp, context.TenantId, cancellationToken);
        if (!form.Errors.IsEmpty)
        {
            return FieldErrorAnswer.Of(form.Errors);
        }

        var input = await ReadInputAsync(context, body, form, cancellationToken);
        return await _api.SignUpAsync(input, context, cancellationToken) switch
        {
            SignUpApiResult.Ok ok => SignedInAnswer.Of(ok.User, ok.Session, context.FdiVersion),
            SignUpApiResult.EmailAlreadyExists => FieldErrorAnswer.Of([new(FormField.EmailId, EmailTaken)]),
            SignUpApiResult.NotAllowed notAllowed => NotAllowedAnswer.Of("SIGN_UP_NOT_ALLOWED", notAllowed.Reason),
            SignUpApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> SignInAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var form = await FormReader.ReadAsync(body, _forms.SignIn, context.TenantId, cancellationToken);
        if (!form.Errors.IsEmpty)
        {
            return FieldErrorAnswer.Of(form.Errors);
        }

        var input = await ReadInputAsync(context, body, form, cancellationToken);
        return await _api.SignInAsync(input, context, cancellationToken) switch
        {
            SignInApiResult.Ok ok => SignedInAnswer.Of(ok.User, ok.Session, context.FdiVersion),
            SignInApiResult.WrongCredentials => StatusAnswer.Of("WRONG_CREDENTIALS_ERROR"),
            SignInApiResult.NotAllowed notAllowed => NotAllowedAnswer.Of("SIGN_IN_NOT_ALLOWED", notAllowed.Reason),
            SignInApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> EmailExistsAsync(ApiContext context, CancellationToken cancellationToken)
    {
        if (context.HttpContext.Request.Query["email"] is not [{ } email])
        {
            throw new BadInputException("Please provide the email as a GET param");
        }

        return await _api.EmailExistsAsync(email, context, cancellationToken) switch
        {
            EmailExistsApiResult.Ok ok => EmailExistsAnswer.Of(ok.Exists),
            EmailExistsApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> GeneratePasswordResetTokenAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var form = await FormReader.ReadAsync(body, _forms.PasswordResetToken, context.TenantId, cancellationToken);
        if (!form.Errors.IsEmpty)
        {
            return FieldErrorAnswer.Of(form.Errors);
        }

        return await _api.GeneratePasswordResetTokenAsync(form.TextOf(FormField.EmailId), context, cancellationToken) switch
        {
            GeneratePasswordResetTokenApiResult.Ok => StatusAnswer.Of("OK"),
            GeneratePasswordResetTokenApiResult.NotAllowed notAllowed => NotAllowedAnswer.Of("PASSWORD_RESET_NOT_ALLOWED", notAllowed.Reason),
            GeneratePasswordResetTokenApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> ResetPasswordAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var form = await FormReader.ReadAsync(body, _forms.PasswordReset, context.TenantId, cancellationToken);
        if (!form.Errors.IsEmpty)
        {
            return FieldErrorAnswer.Of(form.Errors);
        }

        var token = ReadToken(body);
        return await _api.ResetPasswordAsync(token, form.TextOf(FormField.PasswordId), context, cancellationToken) switch
        {
            ResetPasswordApiResult.Ok => StatusAnswer.Of("OK"),
            ResetPasswordApiResult.InvalidToken => StatusAnswer.Of("RESET_PASSWORD_INVALID_TOKEN_ERROR"),
            ResetPasswordApiResult.PasswordPolicyViolated violated => FieldErrorAnswer.Of([new(FormField.PasswordId, violated.FailureReason)]),
            ResetPasswordApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private static string ReadToken(JsonElement body)
    {
        if (!body.TryGetProperty("token", out var token))
        {
            throw new BadInputException("Please provide the password reset token");
        }

        return token.ValueKind == JsonValueKind.String ? token.GetString()! : throw new BadInputException("The password reset token must be a string");
    }

    private async Task<EmailPasswordAuthInput> ReadInputAsync(ApiContext context, JsonElement body, SubmittedForm form, CancellationToken cancellationToken)
    {
        var request = await _auth.ReadAsync(context, body, cancellationToken);
        return new EmailPasswordAuthInput
        {
            Email = form.TextOf(FormField.EmailId),
            Password = form.TextOf(FormField.PasswordId),
            FormFields = form.Fields,
            TenantId = request.TenantId,
            Session = request.Session,
            ShouldTryLinkingWithSessionUser = request.ShouldTryLinkingWithSessionUser,
        };
    }

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(IEmailPasswordApi)}.");
}
