using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Names the providers people can sign in with. The third-party recipe registers one; without it there are none.</summary>
internal interface IOfferedProviderSource
{
    /// <summary>Lists the providers of a tenant. One that cannot be reached is left out, and never fails the others.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="clientType">The kind of client that asks, such as <c>web</c>, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The providers, in the order they were configured in.</returns>
    Task<ImmutableArray<OfferedProvider>> ListAsync(Tenant tenant, string? clientType, CancellationToken cancellationToken);
}
