using System.Collections.Immutable;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/signinup/code</c>. Times are in milliseconds.</summary>
internal sealed record CoreCodeAnswer(
    string Status,
    string? PreAuthSessionId = null,
    string? CodeId = null,
    string? DeviceId = null,
    string? UserInputCode = null,
    string? LinkCode = null,
    long? TimeCreated = null,
    long? CodeLifetime = null)
{
    public PasswordlessCode? ToCode() => this is
    {
        PreAuthSessionId: { } preAuthSessionId, CodeId: { } codeId, DeviceId: { } deviceId, UserInputCode: { } userInputCode, LinkCode: { } linkCode,
        TimeCreated: { } timeCreated, CodeLifetime: { } lifetime,
    }
        ? new PasswordlessCode
        {
            PreAuthSessionId = preAuthSessionId,
            CodeId = codeId,
            DeviceId = deviceId,
            UserInputCode = userInputCode,
            LinkCode = linkCode,
            TimeCreated = timeCreated,
            CodeLifetime = TimeSpan.FromMilliseconds(lifetime),
        }
        : null;
}

/// <summary>The core's answer to <c>POST /{tenantId}/recipe/signinup/code/consume</c> and <c>…/check</c>; only the first has a user.</summary>
internal sealed record CoreCodeUseAnswer(
    string Status,
    CoreUser? User = null,
    string? RecipeUserId = null,
    bool? CreatedNewUser = null,
    CoreDevice? ConsumedDevice = null,
    int? FailedCodeInputAttemptCount = null,
    int? MaximumCodeInputAttempts = null);

/// <summary>The core's answer to <c>GET /{tenantId}/recipe/signinup/codes</c>.</summary>
internal sealed record CoreDevicesAnswer(string Status, ImmutableArray<CoreDevice>? Devices = null);

/// <summary>An attempt to sign in as the core sends it; it has an address or a number.</summary>
internal sealed record CoreDevice(
    string PreAuthSessionId, int FailedCodeInputAttemptCount, string? Email = null, string? PhoneNumber = null, ImmutableArray<CoreDeviceCode>? Codes = null)
{
    public PasswordlessDevice? ToDevice()
    {
        PasswordlessContact? contact = Email is not null ? new PasswordlessContact.Email(Email) : PhoneNumber is not null ? new PasswordlessContact.Phone(PhoneNumber) : null;
        return contact is null ? null : new PasswordlessDevice
        {
            PreAuthSessionId = PreAuthSessionId,
            FailedCodeInputAttemptCount = FailedCodeInputAttemptCount,
            Contact = contact,
            Codes = [.. (Codes ?? []).Select(code => new PasswordlessDeviceCode(code.CodeId, code.TimeCreated, TimeSpan.FromMilliseconds(code.CodeLifetime)))],
        };
    }
}

/// <summary>A code as the core lists it. Times are in milliseconds.</summary>
internal sealed record CoreDeviceCode(string CodeId, long TimeCreated, long CodeLifetime);

/// <summary>The core's answer to <c>PUT /recipe/user</c>, and where nothing but the status is said.</summary>
internal sealed record CorePasswordlessAnswer(string Status, string? Reason = null);
