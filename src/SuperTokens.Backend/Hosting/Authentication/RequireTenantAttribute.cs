using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions of a tenant reach a controller, an action, a minimal API's handler, a hub or a hub's method: of the tenant that the route's
/// <c>{tenantId}</c> names, or of one of those given, which a hub's methods need. Without a session the answer is the protocol's 401, with one of
/// another tenant its 403, which names <c>tId</c>. It needs <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTenantAttribute : SessionRequirementAttribute
{
    /// <summary>Requires a tenant.</summary>
    /// <param name="anyOf">The tenants of which one is enough. Default: none, the tenant of the route.</param>
    /// <exception cref="ArgumentException">There is an empty tenant.</exception>
    public RequireTenantAttribute(params string[] anyOf)
    {
        ArgumentNullException.ThrowIfNull(anyOf);
        AnyOf = anyOf.Length == 0 ? [] : RequiredNames.Of(anyOf, nameof(anyOf));
    }

    /// <summary>The tenants of which one is enough; empty for the tenant of the route.</summary>
    public IReadOnlyList<string> AnyOf { get; }

    /// <summary>The route's parameter that names the tenant. Default: <c>tenantId</c>.</summary>
    public string RouteValue { get; set; } = "tenantId";

    /// <inheritdoc />
    public override IEnumerable<IAuthorizationRequirement> GetRequirements() => [new TenantRequirement(AnyOf, RouteValue)];
}
