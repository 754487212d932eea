using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The recipe's endpoints. The texts are the protocol's.</summary>
internal sealed class PasswordlessEndpoints : ISuperTokensEndpoints
{
    private const string OneContact = "Please provide exactly one of email or phoneNumber";
    private const string InvalidPhoneNumber = "Phone number is invalid";
    private const string OneCode = "Please provide one of (linkCode) or (deviceId+userInputCode) and not both";

    private readonly IPasswordlessApi _api;
    private readonly AuthFlow _auth;
    private readonly PasswordlessOptions _options;

    public PasswordlessEndpoints(IPasswordlessApi api, AuthFlow auth, IOptions<PasswordlessOptions> options)
    {
        _api = api;
        _auth = auth;
        _options = options.Value;
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
        var (contact, error) = await ReadContactAsync(body, context.TenantId, cancellationToken);
        if (contact is null)
        {
            return GeneralErrorAnswer.Of(error!);
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

    private async Task<(PasswordlessContact? Contact, string? Error)> ReadContactAsync(JsonElement body, string tenantId, CancellationToken cancellationToken)
    {
        var email = ReadText(body, "email");
        if (body.TryGetProperty("phoneNumber", out var number) && number.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && email is null
            && _options.ContactMethod is not PasswordlessContactMethod.Email)
        {
            // As recorded: no 400, because the validator is the one to say so.
            return (null, "Development bug: Please make sure the phoneNumber field is a string");
        }

        var phoneNumber = ReadText(body, "phoneNumber");
        return (email, phoneNumber, _options.ContactMethod) switch
        {
            (null, null, _) or (not null, not null, _) => throw new BadInputException(OneContact),
            (null, _, PasswordlessContactMethod.Email) => throw new BadInputException("Please provide an email since you have set the contactMethod to \"EMAIL\""),
            (_, null, PasswordlessContactMethod.Phone) => throw new BadInputException("Please provide a phoneNumber since you have set the contactMethod to \"PHONE\""),
            (not null, _, _) => await ReadEmailAsync(email.Trim(), tenantId, cancellationToken),
            _ => await ReadPhoneNumberAsync(phoneNumber, tenantId, cancellationToken),
        };
    }

    private async Task<(PasswordlessContact? Contact, string? Error)> ReadEmailAsync(string email, string tenantId, CancellationToken cancellationToken)
    {
        var error = _options.ValidateEmailAddress is { } validate ? await validate(email, tenantId, cancellationToken) : EmailSyntax.Check(email);
        error ??= PasswordlessContact.CanBeKept(email) ? null : EmailSyntax.InvalidEmail;

        // The core makes accounts of addresses in lower case, where the Kelvin sign is a k: sent as typed, a code could reach somebody else.
        return error is null ? (new PasswordlessContact.Email(email.ToLowerInvariant()), null) : (null, error);
    }

    private async Task<(PasswordlessContact? Contact, string? Error)> ReadPhoneNumberAsync(string phoneNumber, string tenantId, CancellationToken cancellationToken)
    {
        var error = _options.ValidatePhoneNumber is { } validate
            ? await validate(phoneNumber, tenantId, cancellationToken)
            : PhoneNumberText.IsValid(phoneNumber) ? null : InvalidPhoneNumber;
        var normalised = PhoneNumberText.Normalise(phoneNumber);
        error ??= PasswordlessContact.CanBeKept(normalised) ? null : InvalidPhoneNumber;
        return error is null ? (new PasswordlessContact.Phone(normalised), null) : (null, error);
    }

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(IPasswordlessApi)}.");
}
