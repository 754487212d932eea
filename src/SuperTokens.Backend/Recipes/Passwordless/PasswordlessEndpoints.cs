using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The recipe's endpoints. The texts are the protocol's.</summary>
internal sealed class PasswordlessEndpoints : ISuperTokensEndpoints
{
    private const string OneContact = "Please provide exactly one of email or phoneNumber";
    private const string OneCode = "Please provide one of (linkCode) or (deviceId+userInputCode) and not both";

    private readonly IPasswordlessApi _api;
    private readonly AuthFlow _auth;
    private readonly PasswordlessContacts _contacts;

    public PasswordlessEndpoints(IPasswordlessApi api, AuthFlow auth, PasswordlessContacts contacts)
    {
        _api = api;
        _auth = auth;
        _contacts = contacts;
        Endpoints =
        [
            new(PasswordlessRecipe.Id, HttpMethods.Post, "/signinup/code", CreateCodeAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Post, "/signinup/code/resend", ResendCodeAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Post, "/signinup/code/consume", ConsumeCodeAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Get, "/passwordless/email/exists", EmailExistsAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Get, "/signup/email/exists", EmailExistsAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Get, "/passwordless/phonenumber/exists", PhoneNumberExistsAsync),
            new(PasswordlessRecipe.Id, HttpMethods.Get, "/signup/phonenumber/exists", PhoneNumberExistsAsync),
        ];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> CreateCodeAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var read = await ReadContactAsync(body, context.TenantId, cancellationToken);
        if (read is not ReadContactResult.Ok { Contact: var contact })
        {
            return GeneralErrorAnswer.Of(((ReadContactResult.Invalid)read).Error);
        }

        var request = await _auth.ReadAsync(context, body, cancellationToken);
        var input = new PasswordlessCreateCodeInput
        {
            Contact = contact,
            TenantId = request.TenantId,
            Session = request.Session,
            ShouldTryLinkingWithSessionUser = request.ShouldTryLinkingWithSessionUser,
        };
        return await _api.CreateCodeAsync(input, context, cancellationToken) switch
        {
            CreateCodeApiResult.Ok ok => CodeCreatedAnswer.Of(ok),
            CreateCodeApiResult.NotAllowed notAllowed => PasswordlessNotAllowedAnswer.Of(notAllowed.Reason),
            CreateCodeApiResult.GeneralError failure => GeneralErrorAnswer.Of(failure.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> ResendCodeAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var preAuthSessionId = ReadText(body, "preAuthSessionId") ?? throw new BadInputException("Please provide preAuthSessionId");
        var deviceId = ReadText(body, "deviceId") ?? throw new BadInputException("Please provide a deviceId");
        var request = await _auth.ReadAsync(context, body, cancellationToken);
        var input = new PasswordlessResendCodeInput
        {
            DeviceId = deviceId,
            PreAuthSessionId = preAuthSessionId,
            TenantId = request.TenantId,
            Session = request.Session,
            ShouldTryLinkingWithSessionUser = request.ShouldTryLinkingWithSessionUser,
        };
        return await _api.ResendCodeAsync(input, context, cancellationToken) switch
        {
            ResendCodeApiResult.Ok => PasswordlessStatusAnswer.Of("OK"),
            ResendCodeApiResult.RestartFlow => PasswordlessStatusAnswer.Of("RESTART_FLOW_ERROR"),
            ResendCodeApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> ConsumeCodeAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var code = ReadCode(body);
        var request = await _auth.ReadAsync(context, body, cancellationToken);
        if (code is SubmittedCode.Link && request.ShouldTryLinkingWithSessionUser is null)
        {
            // Frontends before FDI 3.1 cannot say that they want to link, and anybody can send somebody a link: opening it must not
            // add the sender's address to the account of whoever is signed in.
            request = new AuthRequest(context.TenantId, null, false);
        }

        var input = new PasswordlessConsumeCodeInput
        {
            Code = code,
            TenantId = request.TenantId,
            Session = request.Session,
            ShouldTryLinkingWithSessionUser = request.ShouldTryLinkingWithSessionUser,
        };
        return await _api.ConsumeCodeAsync(input, context, cancellationToken) switch
        {
            ConsumeCodeApiResult.Ok ok => CodeConsumedAnswer.Of(ok, context.FdiVersion),
            ConsumeCodeApiResult.IncorrectUserInputCode wrong =>
                CodeFailedAnswer.Of("INCORRECT_USER_INPUT_CODE_ERROR", wrong.FailedCodeInputAttemptCount, wrong.MaximumCodeInputAttempts),
            ConsumeCodeApiResult.ExpiredUserInputCode old =>
                CodeFailedAnswer.Of("EXPIRED_USER_INPUT_CODE_ERROR", old.FailedCodeInputAttemptCount, old.MaximumCodeInputAttempts),
            ConsumeCodeApiResult.RestartFlow => PasswordlessStatusAnswer.Of("RESTART_FLOW_ERROR"),
            ConsumeCodeApiResult.NotAllowed notAllowed => PasswordlessNotAllowedAnswer.Of(notAllowed.Reason),
            ConsumeCodeApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
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
            PasswordlessEmailExistsApiResult.Ok ok => ContactExistsAnswer.Of(ok.Exists),
            PasswordlessEmailExistsApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> PhoneNumberExistsAsync(ApiContext context, CancellationToken cancellationToken)
    {
        if (context.HttpContext.Request.Query["phoneNumber"] is not [{ } phoneNumber])
        {
            throw new BadInputException("Please provide the phoneNumber as a GET param");
        }

        return await _api.PhoneNumberExistsAsync(phoneNumber, context, cancellationToken) switch
        {
            PhoneNumberExistsApiResult.Ok ok => ContactExistsAnswer.Of(ok.Exists),
            PhoneNumberExistsApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private static SubmittedCode ReadCode(JsonElement body)
    {
        var preAuthSessionId = ReadText(body, "preAuthSessionId") ?? throw new BadInputException("Please provide preAuthSessionId");
        var linkCode = ReadText(body, "linkCode");
        var deviceId = ReadText(body, "deviceId");
        var userInputCode = ReadText(body, "userInputCode");
        return (deviceId, userInputCode, linkCode) switch
        {
            (not null, not null, null) => new SubmittedCode.UserInput(preAuthSessionId, deviceId, userInputCode),
            (null, null, not null) => new SubmittedCode.Link(preAuthSessionId, linkCode),
            (null, null, null) or (_, _, not null) => throw new BadInputException(OneCode),
            _ => throw new BadInputException("Please provide both deviceId and userInputCode"),
        };
    }

    private static string? ReadText(JsonElement body, string name)
        => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new BadInputException($"{name} must be a string");

    private async Task<ReadContactResult> ReadContactAsync(JsonElement body, string tenantId, CancellationToken cancellationToken)
    {
        var email = ReadText(body, "email");
        if (body.TryGetProperty("phoneNumber", out var number) && number.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && email is null
            && _contacts.ContactMethod is not PasswordlessContactMethod.Email)
        {
            // As recorded: no 400, because the validator is the one to say so.
            return new ReadContactResult.Invalid("Development bug: Please make sure the phoneNumber field is a string");
        }

        var phoneNumber = ReadText(body, "phoneNumber");
        return (email, phoneNumber, _contacts.ContactMethod) switch
        {
            (null, null, _) or (not null, not null, _) => throw new BadInputException(OneContact),
            (null, _, PasswordlessContactMethod.Email) => throw new BadInputException("Please provide an email since you have set the contactMethod to \"EMAIL\""),
            (_, null, PasswordlessContactMethod.Phone) => throw new BadInputException("Please provide a phoneNumber since you have set the contactMethod to \"PHONE\""),
            (not null, _, _) => await _contacts.ReadEmailAsync(email, tenantId, cancellationToken),
            _ => await _contacts.ReadPhoneNumberAsync(phoneNumber, tenantId, cancellationToken),
        };
    }

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(IPasswordlessApi)}.");
}
