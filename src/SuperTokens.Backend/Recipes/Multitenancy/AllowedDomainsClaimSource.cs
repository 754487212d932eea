using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Puts the tenant's domains into new sessions where the app names them. Nothing is required of sessions: that is for endpoints to say.</summary>
internal sealed class AllowedDomainsClaimSource(AllowedDomainsClaim domains, IOptions<MultitenancyOptions> options) : ISessionClaimSource
{
    public IReadOnlyList<SessionClaim> Claims => options.Value.GetAllowedDomainsForTenantId is null ? [] : [domains];

    public IReadOnlyList<SessionClaimValidator> GlobalValidators => [];
}
