using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>A user as the core sends it (CDI 5.0 and newer).</summary>
internal sealed record CoreUser
{
    public required string Id { get; init; }

    public required bool IsPrimaryUser { get; init; }

    public required ImmutableArray<string> TenantIds { get; init; }

    public required long TimeJoined { get; init; }

    public required ImmutableArray<string> Emails { get; init; }

    public required ImmutableArray<string> PhoneNumbers { get; init; }

    public required ImmutableArray<CoreThirdPartyAccount> ThirdParty { get; init; }

    // CDI 5.3: older cores do not send it.
    public CoreWebAuthn? Webauthn { get; init; }

    public required ImmutableArray<CoreLoginMethod> LoginMethods { get; init; }

    public User ToUser() => new()
    {
        Id = Id,
        IsPrimaryUser = IsPrimaryUser,
        TenantIds = TenantIds,
        TimeJoined = TimeJoined,
        Emails = Emails,
        PhoneNumbers = PhoneNumbers,
        ThirdParty = [.. ThirdParty.Select(account => account.ToAccount())],
        WebAuthnCredentialIds = Webauthn?.CredentialIds ?? [],
        LoginMethods = [.. LoginMethods.Select(method => method.ToLoginMethod())],
    };
}
