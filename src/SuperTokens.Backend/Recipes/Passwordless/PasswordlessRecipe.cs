using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Does the recipe's operations in the core.</summary>
internal sealed class PasswordlessRecipe(ICoreClient core, AuthLinking linking, EmailUpdates emailUpdates, AuditTrail audit) : IPasswordlessRecipe
{
    public const string Id = "passwordless";

    public async Task<CreateCodeResult> CreateCodeAsync(
        string tenantId,
        PasswordlessContact contact,
        string? userInputCode = null,
        SessionContainer? session = null,
        bool? shouldTryLinkingWithSessionUser = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var info = contact.ToAccountInfo();
        var request = CreateCode(tenantId, new CoreCodeRequest(info.Email, info.PhoneNumber, null, userInputCode));
        var answer = await core.SendAsync(request, PasswordlessJsonContext.Default.CoreCodeAnswer, cancellationToken);
        return answer.Status == "OK" && answer.ToCode() is { } code ? new CreateCodeResult.Ok(code) : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<CreateNewCodeForDeviceResult> CreateNewCodeForDeviceAsync(
        string tenantId, string deviceId, string? userInputCode = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deviceId);
        var request = CreateCode(tenantId, new CoreCodeRequest(null, null, deviceId, userInputCode));
        var answer = await core.SendAsync(request, PasswordlessJsonContext.Default.CoreCodeAnswer, cancellationToken);
        return answer.Status switch
        {
            "OK" when answer.ToCode() is { } code => new CreateNewCodeForDeviceResult.Ok(code),
            "RESTART_FLOW_ERROR" => new CreateNewCodeForDeviceResult.RestartFlow(),
            "USER_INPUT_CODE_ALREADY_USED_ERROR" => new CreateNewCodeForDeviceResult.UserInputCodeAlreadyUsed(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<ConsumeCodeResult> ConsumeCodeAsync(
        string tenantId, SubmittedCode code, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var request = UseCode(tenantId, "/recipe/signinup/code/consume", code);
        switch (await core.SendAsync(request, PasswordlessJsonContext.Default.CoreCodeUseAnswer, cancellationToken))
        {
            case { Status: "OK", User: { } coreUser, RecipeUserId: { } id, CreatedNewUser: { } isNew, ConsumedDevice: { } coreDevice } when coreDevice.ToDevice() is { } device:
                var recipeUserId = new RecipeUserId(id);
                return await linking.LinkAsync(tenantId, coreUser.ToUser(), recipeUserId, session, shouldTryLinkingWithSessionUser, cancellationToken) switch
                {
                    AuthLinkingResult.Ok linked => new ConsumeCodeResult.Ok(linked.User, recipeUserId, isNew, device),
                    AuthLinkingResult.LinkingToSessionUserFailed failed => new ConsumeCodeResult.LinkingToSessionUserFailed(failed.Reason),
                    _ => throw new InvalidOperationException("Linking came to nothing."),
                };
            case { Status: "INCORRECT_USER_INPUT_CODE_ERROR", FailedCodeInputAttemptCount: { } failed, MaximumCodeInputAttempts: { } maximum }:
                return new ConsumeCodeResult.IncorrectUserInputCode(failed, maximum);
            case { Status: "EXPIRED_USER_INPUT_CODE_ERROR", FailedCodeInputAttemptCount: { } failed, MaximumCodeInputAttempts: { } maximum }:
                return new ConsumeCodeResult.ExpiredUserInputCode(failed, maximum);
            case { Status: "RESTART_FLOW_ERROR" }:
                return new ConsumeCodeResult.RestartFlow();
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public async Task<CheckCodeResult> CheckCodeAsync(string tenantId, SubmittedCode code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var request = UseCode(tenantId, "/recipe/signinup/code/check", code);
        return await core.SendAsync(request, PasswordlessJsonContext.Default.CoreCodeUseAnswer, cancellationToken) switch
        {
            { Status: "OK", ConsumedDevice: { } coreDevice } when coreDevice.ToDevice() is { } device => new CheckCodeResult.Ok(device),
            { Status: "INCORRECT_USER_INPUT_CODE_ERROR", FailedCodeInputAttemptCount: { } failed, MaximumCodeInputAttempts: { } maximum } =>
                new CheckCodeResult.IncorrectUserInputCode(failed, maximum),
            { Status: "EXPIRED_USER_INPUT_CODE_ERROR", FailedCodeInputAttemptCount: { } failed, MaximumCodeInputAttempts: { } maximum } =>
                new CheckCodeResult.ExpiredUserInputCode(failed, maximum),
            { Status: "RESTART_FLOW_ERROR" } => new CheckCodeResult.RestartFlow(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<UpdatePasswordlessUserResult> UpdateUserAsync(UpdatePasswordlessUserInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Email is { } email)
        {
            var (user, refusal) = await emailUpdates.CheckAsync(input.RecipeUserId, email, cancellationToken);
            if (user is null || refusal is not null)
            {
                return refusal is null ? new UpdatePasswordlessUserResult.UnknownUserId() : new UpdatePasswordlessUserResult.EmailChangeNotAllowed(refusal);
            }
        }

        var request = CoreRequest.Put(CorePath.App("/recipe/user"), BodyOf(input), PasswordlessJsonContext.Default.JsonObject) with { RecipeId = Id };
        var answer = await core.SendAsync(request, PasswordlessJsonContext.Default.CorePasswordlessAnswer, cancellationToken);
        switch (answer.Status)
        {
            case "OK":
                audit.Report(new AuditEvent.ContactChanged { RecipeId = Id, RecipeUserId = input.RecipeUserId.Value });
                await emailUpdates.VerifyAsync(input.RecipeUserId, cancellationToken);
                return new UpdatePasswordlessUserResult.Ok();
            case "UNKNOWN_USER_ID_ERROR":
                return new UpdatePasswordlessUserResult.UnknownUserId();
            case "EMAIL_ALREADY_EXISTS_ERROR":
                return new UpdatePasswordlessUserResult.EmailAlreadyExists();
            case "PHONE_NUMBER_ALREADY_EXISTS_ERROR":
                return new UpdatePasswordlessUserResult.PhoneNumberAlreadyExists();
            case "EMAIL_CHANGE_NOT_ALLOWED_ERROR":
                return new UpdatePasswordlessUserResult.EmailChangeNotAllowed(answer.Reason ?? "The core does not allow it.");
            case "PHONE_NUMBER_CHANGE_NOT_ALLOWED_ERROR":
                return new UpdatePasswordlessUserResult.PhoneNumberChangeNotAllowed(answer.Reason ?? "The core does not allow it.");
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public Task RevokeAllCodesAsync(string tenantId, PasswordlessContact contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var info = contact.ToAccountInfo();
        var body = new CoreContact(info.Email, info.PhoneNumber);
        return RevokeAsync(CoreRequest.Post(CorePath.Tenant(tenantId, "/recipe/signinup/codes/remove"), body, PasswordlessJsonContext.Default.CoreContact), cancellationToken);
    }

    public Task RevokeCodeAsync(string tenantId, string codeId, CancellationToken cancellationToken = default)
        => RevokeAsync(tenantId, new CoreCodeRemoval(codeId, null), cancellationToken);

    public Task RevokeCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default)
        => RevokeAsync(tenantId, new CoreCodeRemoval(null, preAuthSessionId), cancellationToken);

    public Task<ImmutableArray<PasswordlessDevice>> ListCodesByEmailAsync(string tenantId, string email, CancellationToken cancellationToken = default)
        => ListAsync(tenantId, "email", email, cancellationToken);

    public Task<ImmutableArray<PasswordlessDevice>> ListCodesByPhoneNumberAsync(string tenantId, string phoneNumber, CancellationToken cancellationToken = default)
        => ListAsync(tenantId, "phoneNumber", phoneNumber, cancellationToken);

    public async Task<PasswordlessDevice?> ListCodesByDeviceIdAsync(string tenantId, string deviceId, CancellationToken cancellationToken = default)
        => (await ListAsync(tenantId, "deviceId", deviceId, cancellationToken)).SingleOrDefault();

    public async Task<PasswordlessDevice?> ListCodesByPreAuthSessionIdAsync(string tenantId, string preAuthSessionId, CancellationToken cancellationToken = default)
        => (await ListAsync(tenantId, "preAuthSessionId", preAuthSessionId, cancellationToken)).SingleOrDefault();

    private static CoreRequest CreateCode(string tenantId, CoreCodeRequest body)
        => CoreRequest.Post(CorePath.Tenant(tenantId, "/recipe/signinup/code"), body, PasswordlessJsonContext.Default.CoreCodeRequest) with { RecipeId = Id };

    private static CoreRequest UseCode(string tenantId, string path, SubmittedCode code)
        => CoreRequest.Post(CorePath.Tenant(tenantId, path), CoreCodeUse.Of(code), PasswordlessJsonContext.Default.CoreCodeUse) with { RecipeId = Id };

    // A null takes away, and what is not there stays: a difference that only a free object can hold.
    private static JsonObject BodyOf(UpdatePasswordlessUserInput input)
    {
        var body = new JsonObject { ["recipeUserId"] = input.RecipeUserId.Value };
        if (input.Email is not null || input.RemoveEmail)
        {
            body["email"] = input.Email;
        }

        if (input.PhoneNumber is not null || input.RemovePhoneNumber)
        {
            body["phoneNumber"] = input.PhoneNumber;
        }

        return body;
    }

    private Task RevokeAsync(string tenantId, CoreCodeRemoval body, CancellationToken cancellationToken)
        => RevokeAsync(CoreRequest.Post(CorePath.Tenant(tenantId, "/recipe/signinup/code/remove"), body, PasswordlessJsonContext.Default.CoreCodeRemoval), cancellationToken);

    private async Task RevokeAsync(CoreRequest request, CancellationToken cancellationToken)
    {
        var answer = await core.SendAsync(request with { RecipeId = Id }, PasswordlessJsonContext.Default.CorePasswordlessAnswer, cancellationToken);
        if (answer.Status != "OK")
        {
            throw UnexpectedCoreAnswer.To(request);
        }
    }

    private async Task<ImmutableArray<PasswordlessDevice>> ListAsync(string tenantId, string by, string value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(value);
        var request = CoreRequest.Get(CorePath.Tenant(tenantId, "/recipe/signinup/codes")) with { RecipeId = Id, Query = [new(by, value)] };
        return await core.SendAsync(request, PasswordlessJsonContext.Default.CoreDevicesAnswer, cancellationToken) is { Status: "OK", Devices: { } devices }
            ? [.. devices.Select(device => device?.ToDevice() ?? throw UnexpectedCoreAnswer.To(request))]
            : throw UnexpectedCoreAnswer.To(request);
    }
}
