using SuperTokens.Backend.Hosting.Authentication;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints by roles and permissions.</summary>
public static class RoleEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only sessions with at least one of some roles reach these endpoints. Without a session the answer is the protocol's 401, without
    /// the role its 403, which names <c>st-role</c>. It needs the UserRoles recipe and <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="anyOf">The roles of which one is enough. Call it several times to require several.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentException">There is no role, or an empty one.</exception>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequireRoleAttribute(anyOf));

    /// <summary>
    /// Lets only sessions with all of some permissions reach these endpoints. Without a session the answer is the protocol's 401, without a
    /// permission its 403, which names <c>st-perm</c>. It needs the UserRoles recipe and <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="allOf">The permissions, all of which are needed.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentException">There is no permission, or an empty one.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, params string[] allOf)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequirePermissionAttribute(allOf));
}
