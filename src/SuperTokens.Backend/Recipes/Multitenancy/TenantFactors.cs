using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What a tenant's list of factors is set to.</summary>
public sealed record TenantFactors
{
    private TenantFactors(ImmutableArray<string>? ids) => Ids = ids;

    /// <summary>The tenant has no list of its own: what the app says holds.</summary>
    public static TenantFactors OfTheApp { get; } = new((ImmutableArray<string>?)null);

    /// <summary>The factors' ids; null for <see cref="OfTheApp"/>.</summary>
    public ImmutableArray<string>? Ids { get; }

    /// <summary>These factors and no others.</summary>
    /// <param name="ids">The factors' ids, such as <c>emailpassword</c>, <c>thirdparty</c>, <c>otp-email</c>, <c>link-phone</c>. None: nobody may sign in.</param>
    /// <returns>The setting.</returns>
    public static TenantFactors Only(params IEnumerable<string> ids) => new([.. ids]);
}
