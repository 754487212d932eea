using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>One way a user signs in.</summary>
public sealed record LoginMethod
{
    /// <summary>The recipe it belongs to: <c>emailpassword</c>, <c>thirdparty</c>, <c>passwordless</c> or <c>webauthn</c>.</summary>
    public required string RecipeId { get; init; }

    /// <summary>The id of this login method.</summary>
    public required RecipeUserId RecipeUserId { get; init; }

    /// <summary>The tenants it can be used in.</summary>
    public required ImmutableArray<string> TenantIds { get; init; }

    /// <summary>When it was created, in milliseconds since the Unix epoch.</summary>
    public required long TimeJoined { get; init; }

    /// <summary>Whether its e-mail address or phone number is verified.</summary>
    public required bool Verified { get; init; }

    /// <summary>Its e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Its phone number in E.164 form, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The account at a third-party provider, or null.</summary>
    public ThirdPartyAccount? ThirdParty { get; init; }

    /// <summary>The ids of its passkeys; empty for every recipe but <c>webauthn</c>.</summary>
    public ImmutableArray<string> WebAuthnCredentialIds { get; init; } = [];

    /// <summary>Whether this login method has the given e-mail address; case and surrounding blanks do not count.</summary>
    /// <param name="email">The address to compare with.</param>
    /// <returns>True when both have the same address.</returns>
    public bool HasSameEmailAs(string? email)
        => Email is not null && email is not null
            && string.Equals(Email.Trim(), email.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this login method has the given phone number; how it is written does not count.</summary>
    /// <param name="phoneNumber">The number to compare with, with its country's code.</param>
    /// <returns>True when both have the same number.</returns>
    public bool HasSamePhoneNumberAs(string? phoneNumber)
        => PhoneNumber is not null && phoneNumber is not null && string.Equals(PhoneNumber, PhoneNumberText.Normalise(phoneNumber), StringComparison.Ordinal);

    /// <summary>Whether this login method is the given account at a third-party provider; surrounding blanks do not count.</summary>
    /// <param name="account">The account to compare with.</param>
    /// <returns>True when both are the same account.</returns>
    public bool HasSameThirdPartyInfoAs(ThirdPartyAccount? account)
        => ThirdParty is not null && account is not null
            && string.Equals(ThirdParty.Id.Trim(), account.Id.Trim(), StringComparison.Ordinal)
            && string.Equals(ThirdParty.UserId.Trim(), account.UserId.Trim(), StringComparison.Ordinal);

    /// <summary>Whether any property that is set is this login method's.</summary>
    internal bool Has(AccountInfo accountInfo)
        => HasSameEmailAs(accountInfo.Email) || HasSamePhoneNumberAs(accountInfo.PhoneNumber) || HasSameThirdPartyInfoAs(accountInfo.ThirdParty);

    /// <summary>Whether the address or the number is this login method's.</summary>
    internal bool HasSameAddressAs(AccountInfo accountInfo) => HasSameEmailAs(accountInfo.Email) || HasSamePhoneNumberAs(accountInfo.PhoneNumber);

    /// <summary>Whether it can be used in a tenant. A user is found in each tenant that one of their login methods works in.</summary>
    internal bool WorksIn(string tenantId) => TenantIds.Contains(tenantId, StringComparer.OrdinalIgnoreCase);
}
