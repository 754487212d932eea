using SuperTokens.Backend.Hosting.Authentication;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints by tenant.</summary>
public static class TenantEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only sessions of a tenant reach these endpoints: of the tenant that the route's <c>{tenantId}</c> names, or of one of those given.
    /// Without a session the answer is the protocol's 401, with one of another tenant its 403, which names <c>tId</c>. It needs
    /// <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="anyOf">The tenants of which one is enough. Default: none, the tenant of the route.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentException">There is an empty tenant.</exception>
    public static TBuilder RequireTenant<TBuilder>(this TBuilder builder, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequireTenantAttribute(anyOf));
}
