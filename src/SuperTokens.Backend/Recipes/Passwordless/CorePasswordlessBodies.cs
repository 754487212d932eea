namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The body of <c>POST /{tenantId}/recipe/signinup/code</c>: a contact for a new attempt, or the device of one under way.</summary>
internal sealed record CoreCodeRequest(string? Email, string? PhoneNumber, string? DeviceId, string? UserInputCode);

/// <summary>The body of <c>POST /{tenantId}/recipe/signinup/code/consume</c> and <c>…/check</c>.</summary>
internal sealed record CoreCodeUse(string PreAuthSessionId, string? DeviceId, string? UserInputCode, string? LinkCode)
{
    public static CoreCodeUse Of(SubmittedCode code) => code switch
    {
        SubmittedCode.UserInput typed => new CoreCodeUse(code.PreAuthSessionId, typed.DeviceId, typed.UserInputCode, null),
        SubmittedCode.Link link => new CoreCodeUse(code.PreAuthSessionId, null, null, link.LinkCode),
        _ => throw new ArgumentException("There is no other code.", nameof(code)),
    };
}

/// <summary>The body of <c>POST /{tenantId}/recipe/signinup/codes/remove</c>.</summary>
internal sealed record CoreContact(string? Email, string? PhoneNumber);

/// <summary>The body of <c>POST /{tenantId}/recipe/signinup/code/remove</c>; one of the two is set.</summary>
internal sealed record CoreCodeRemoval(string? CodeId, string? PreAuthSessionId);
