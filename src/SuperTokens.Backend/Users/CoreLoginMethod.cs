using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>A login method as the core sends it.</summary>
internal sealed record CoreLoginMethod
{
    public required string RecipeId { get; init; }

    public required string RecipeUserId { get; init; }

    public required ImmutableArray<string> TenantIds { get; init; }

    public required long TimeJoined { get; init; }

    public required bool Verified { get; init; }

    public string? Email { get; init; }

    public string? PhoneNumber { get; init; }

    public CoreThirdPartyAccount? ThirdParty { get; init; }

    public CoreWebAuthn? Webauthn { get; init; }

    public LoginMethod ToLoginMethod() => new()
    {
        RecipeId = RecipeId,
        RecipeUserId = new RecipeUserId(RecipeUserId),
        TenantIds = TenantIds,
        TimeJoined = TimeJoined,
        Verified = Verified,
        Email = Email,
        PhoneNumber = PhoneNumber,
        ThirdParty = ThirdParty?.ToAccount(),
        WebAuthnCredentialIds = Webauthn?.CredentialIds ?? [],
    };
}
