using System.Text.Json.Serialization;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Hosting.OpenApi;

// The shapes of what frontends get: only described, never written. What is not there with every status may be left out.

internal sealed record FdiRefreshAnswer;

internal sealed record FdiMessage(string Message);

internal sealed record FdiGeneralAnswer(FdiGeneralStatus Status, string? Message = null);

[JsonConverter(typeof(WireNames<FdiGeneralStatus>))]
internal enum FdiGeneralStatus { Ok, GeneralError }

internal sealed record FdiSignUpAnswer(
    FdiSignUpStatus Status, FdiUser? User = null, FormFieldError[]? FormFields = null, string? Reason = null, string? Message = null);

[JsonConverter(typeof(WireNames<FdiSignUpStatus>))]
internal enum FdiSignUpStatus { Ok, FieldError, SignUpNotAllowed, GeneralError }

internal sealed record FdiSignInAnswer(
    FdiSignInStatus Status, FdiUser? User = null, FormFieldError[]? FormFields = null, string? Reason = null, string? Message = null);

[JsonConverter(typeof(WireNames<FdiSignInStatus>))]
internal enum FdiSignInStatus { Ok, WrongCredentialsError, FieldError, SignInNotAllowed, GeneralError }

internal sealed record FdiExistsAnswer(FdiGeneralStatus Status, bool? Exists = null, string? Message = null);

internal sealed record FdiPasswordResetTokenAnswer(
    FdiPasswordResetTokenStatus Status, FormFieldError[]? FormFields = null, string? Reason = null, string? Message = null);

[JsonConverter(typeof(WireNames<FdiPasswordResetTokenStatus>))]
internal enum FdiPasswordResetTokenStatus { Ok, FieldError, PasswordResetNotAllowed, GeneralError }

internal sealed record FdiPasswordResetAnswer(FdiPasswordResetStatus Status, FormFieldError[]? FormFields = null, string? Message = null);

[JsonConverter(typeof(WireNames<FdiPasswordResetStatus>))]
internal enum FdiPasswordResetStatus { Ok, ResetPasswordInvalidTokenError, FieldError, GeneralError }

internal sealed record FdiVerificationTokenAnswer(FdiVerificationTokenStatus Status, string? Message = null);

[JsonConverter(typeof(WireNames<FdiVerificationTokenStatus>))]
internal enum FdiVerificationTokenStatus { Ok, EmailAlreadyVerifiedError, GeneralError }

internal sealed record FdiVerificationAnswer(FdiVerificationStatus Status, string? Message = null);

[JsonConverter(typeof(WireNames<FdiVerificationStatus>))]
internal enum FdiVerificationStatus { Ok, EmailVerificationInvalidTokenError, GeneralError }

internal sealed record FdiIsVerifiedAnswer(FdiGeneralStatus Status, bool? IsVerified = null, string? Message = null);

internal sealed record FdiCodeAnswer(
    FdiCodeStatus Status,
    string? DeviceId = null,
    string? PreAuthSessionId = null,
    FdiCodeFlow? FlowType = null,
    string? Reason = null,
    string? Message = null);

[JsonConverter(typeof(WireNames<FdiCodeStatus>))]
internal enum FdiCodeStatus { Ok, SignInUpNotAllowed, GeneralError }

[JsonConverter(typeof(WireNames<FdiCodeFlow>))]
internal enum FdiCodeFlow { UserInputCode, MagicLink, UserInputCodeAndMagicLink }

internal sealed record FdiResendAnswer(FdiResendStatus Status, string? Message = null);

[JsonConverter(typeof(WireNames<FdiResendStatus>))]
internal enum FdiResendStatus { Ok, RestartFlowError, GeneralError }

internal sealed record FdiConsumeAnswer(
    FdiConsumeStatus Status,
    bool? CreatedNewRecipeUser = null,
    FdiUser? User = null,
    int? FailedCodeInputAttemptCount = null,
    int? MaximumCodeInputAttempts = null,
    string? Reason = null,
    string? Message = null);

[JsonConverter(typeof(WireNames<FdiConsumeStatus>))]
internal enum FdiConsumeStatus { Ok, IncorrectUserInputCodeError, ExpiredUserInputCodeError, RestartFlowError, SignInUpNotAllowed, GeneralError }

internal sealed record FdiAuthorisationUrlAnswer(
    FdiGeneralStatus Status, string? UrlWithQueryParams = null, string? PkceCodeVerifier = null, string? Message = null);

internal sealed record FdiProviderSignInAnswer(
    FdiProviderSignInStatus Status, bool? CreatedNewRecipeUser = null, FdiUser? User = null, string? Reason = null, string? Message = null);

[JsonConverter(typeof(WireNames<FdiProviderSignInStatus>))]
internal enum FdiProviderSignInStatus { Ok, NoEmailGivenByProvider, SignInUpNotAllowed, GeneralError }

internal sealed record FdiSamlAnswer(FdiSamlStatus Status, string? Message = null);

[JsonConverter(typeof(WireNames<FdiSamlStatus>))]
internal enum FdiSamlStatus { InvalidClientError, SamlResponseVerificationFailedError, InvalidRelayStateError, IdpLoginDisallowedError, GeneralError }

internal sealed record FdiLoginMethodsAnswer(
    FdiGeneralStatus Status,
    string[]? FirstFactors = null,
    [property: JsonPropertyName("emailPassword")] FdiSignInWay? EmailPassword = null,
    [property: JsonPropertyName("thirdParty")] FdiProviders? ThirdParty = null,
    FdiSignInWay? Passwordless = null,
    FdiSignInWay? Webauthn = null,
    string? Message = null);

internal sealed record FdiSignInWay(bool Enabled);

internal sealed record FdiProviders(bool Enabled, FdiProvider[] Providers);

internal sealed record FdiProvider(string Id, string? Name = null);

/// <summary>A status on the wire, such as <c>FIELD_ERROR</c>.</summary>
internal sealed class WireNames<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.SnakeCaseUpper)
    where T : struct, Enum;
