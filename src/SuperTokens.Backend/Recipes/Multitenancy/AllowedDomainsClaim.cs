using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>
/// The session claim <c>st-t-dmns</c>: the domains that sessions of the tenant may be used on, as
/// <see cref="MultitenancyOptions.GetAllowedDomainsForTenantId"/> says. Without that option the claim has no value, and a validator of it
/// refuses every session. A service of the container.
/// </summary>
public sealed class AllowedDomainsClaim : PrimitiveArrayClaim<string>
{
    /// <summary>The claim's key: <c>st-t-dmns</c>.</summary>
    public const string Name = "st-t-dmns";

    internal AllowedDomainsClaim(IOptions<MultitenancyOptions> options, TimeProvider time)
        : base(
            Name,
            async (_, _, tenantId, _, cancellationToken) =>
                options.Value.GetAllowedDomainsForTenantId is { } ask && await ask(tenantId, cancellationToken) is { } domains
                    ? new ClaimValue<string[]>([.. domains])
                    : default,
            timeProvider: time)
    {
    }
}
