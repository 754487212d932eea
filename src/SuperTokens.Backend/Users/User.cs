using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>A user with all login methods.</summary>
public sealed record User
{
    /// <summary>The user's id: the primary user's id where accounts are linked.</summary>
    public required string Id { get; init; }

    /// <summary>Whether other login methods can be linked to this user.</summary>
    public required bool IsPrimaryUser { get; init; }

    /// <summary>The tenants the user belongs to.</summary>
    public required ImmutableArray<string> TenantIds { get; init; }

    /// <summary>When the first login method was created, in milliseconds since the Unix epoch.</summary>
    public required long TimeJoined { get; init; }

    /// <summary>All e-mail addresses of the login methods.</summary>
    public required ImmutableArray<string> Emails { get; init; }

    /// <summary>All phone numbers of the login methods, in E.164 form.</summary>
    public required ImmutableArray<string> PhoneNumbers { get; init; }

    /// <summary>All third-party accounts of the login methods.</summary>
    public required ImmutableArray<ThirdPartyAccount> ThirdParty { get; init; }

    /// <summary>Ids of all passkeys of the login methods.</summary>
    public ImmutableArray<string> WebAuthnCredentialIds { get; init; } = [];

    /// <summary>The login methods.</summary>
    public required ImmutableArray<LoginMethod> LoginMethods { get; init; }

    /// <summary>Whether the address or the number is verified for one of the login methods.</summary>
    internal bool HasVerified(AccountInfo accountInfo) => LoginMethods.Any(method => method.Verified && method.HasSameAddressAs(accountInfo));
}
