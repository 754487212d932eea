using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>A user whom a provider has vouched for.</summary>
public sealed record ThirdPartySignInUpInput
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The provider's id.</summary>
    public required string ThirdPartyId { get; init; }

    /// <summary>The user's id there.</summary>
    public required string ThirdPartyUserId { get; init; }

    /// <summary>The user's address: the provider's, or one made up.</summary>
    public required string Email { get; init; }

    /// <summary>Whether the address is verified.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>The provider's tokens.</summary>
    public required OAuthTokens OAuthTokens { get; init; }

    /// <summary>All that the provider said about the user.</summary>
    public required RawUserInfo RawUserInfoFromProvider { get; init; }

    /// <summary>The caller's session, or null; only account linking reads it.</summary>
    public SessionContainer? Session { get; init; }

    /// <summary>Whether to link to the session's user; null when the frontend is too old to say.</summary>
    public bool? ShouldTryLinkingWithSessionUser { get; init; }

    /// <summary>Names the input; what names a person stays out of logs.</summary>
    /// <returns>The provider and the tenant.</returns>
    public override string ToString() => $"{nameof(ThirdPartySignInUpInput)} with {ThirdPartyId} in tenant {TenantId}";
}
