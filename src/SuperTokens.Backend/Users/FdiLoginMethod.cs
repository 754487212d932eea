using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>A login method as frontends get it.</summary>
internal sealed record FdiLoginMethod(
    string RecipeId,
    string RecipeUserId,
    ImmutableArray<string> TenantIds,
    string? Email,
    string? PhoneNumber,
    FdiThirdPartyAccount? ThirdParty,
    FdiWebAuthn? Webauthn,
    long TimeJoined,
    bool Verified)
{
    public static FdiLoginMethod From(LoginMethod method) => new(
        method.RecipeId,
        method.RecipeUserId.Value,
        method.TenantIds,
        method.Email,
        method.PhoneNumber,
        method.ThirdParty is { } account ? FdiThirdPartyAccount.From(account) : null,
        method.WebAuthnCredentialIds.IsEmpty ? null : new FdiWebAuthn(method.WebAuthnCredentialIds),
        method.TimeJoined,
        method.Verified);
}
