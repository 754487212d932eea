using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What a sign-in request asks for, already checked. Exactly one of <see cref="RedirectUriInfo"/> and <see cref="OAuthTokens"/> is set.</summary>
public sealed record ThirdPartyAuthInput
{
    /// <summary>The provider.</summary>
    public required IThirdPartyProvider Provider { get; init; }

    /// <summary>What people came back from the provider with, or null.</summary>
    public RedirectUriInfo? RedirectUriInfo { get; init; }

    /// <summary>The tokens a frontend already has, as mobile apps do; or null.</summary>
    public OAuthTokens? OAuthTokens { get; init; }

    /// <summary>The tenant: the session's when there is one, else the path's.</summary>
    public required string TenantId { get; init; }

    /// <summary>The session the caller already had, or null. Only read when the caller may want to link accounts.</summary>
    public SessionContainer? Session { get; init; }

    /// <summary>Whether the caller wants the account linked to the session's user; null when the frontend is older than FDI 3.1 and could not say.</summary>
    public bool? ShouldTryLinkingWithSessionUser { get; init; }

    /// <summary>Names the input; codes and tokens stay out of logs.</summary>
    /// <returns>The provider and the tenant.</returns>
    public override string ToString() => $"{nameof(ThirdPartyAuthInput)} with {Provider.Id} in tenant {TenantId}";
}
