namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Settings of multitenancy; the configuration section <c>SuperTokens:Multitenancy</c> binds to it.</summary>
public sealed class MultitenancyOptions
{
    /// <summary>
    /// The ids of the factors one can begin to sign in with, such as <c>emailpassword</c>, for tenants that do not set their own
    /// in the core. Default: empty, every sign-in method whose recipe is added.
    /// </summary>
    public IList<string> FirstFactors { get; } = [];

    /// <summary>
    /// Says on which domains a tenant's sessions may be used; null for a tenant without a list. Set in code. It puts the claim
    /// <see cref="AllowedDomainsClaim"/> into every new session; an endpoint that wants it checked asks for it. Default: none, no claim.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<IReadOnlyCollection<string>?>>? GetAllowedDomainsForTenantId { get; set; }
}
