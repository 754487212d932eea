using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with at least one of some roles reach a controller, an action or a minimal API's handler. Without a session the answer is
/// the protocol's 401, without the role its 403, which names <c>st-role</c>. It needs the UserRoles recipe and <c>UseAuthorization</c>.
/// On a hub's methods it lets nobody in: use policies with <c>RequireRole</c> there.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireRoleAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>Requires a role.</summary>
    /// <param name="anyOf">The roles of which one is enough. Use the attribute several times to require several.</param>
    /// <exception cref="ArgumentException">There is no role, or an empty one: that would let everybody in, or nobody.</exception>
    public RequireRoleAttribute(params string[] anyOf)
    {
        AnyOf = RequiredNames.Of(anyOf, nameof(anyOf));
        AuthenticationSchemes = SuperTokensDefaults.AuthenticationScheme;
        Policy = EndpointRequirement.Policy;
    }

    /// <summary>The roles of which one is enough.</summary>
    public IReadOnlyList<string> AnyOf { get; }

    /// <summary>How old the session's roles may be, in seconds, before they are fetched again. Default: -1, any age.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RoleRequirement(AnyOf, RequiredNames.MaxAge(MaxAgeInSeconds))];
}
