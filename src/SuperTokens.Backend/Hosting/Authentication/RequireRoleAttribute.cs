using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with at least one of some roles reach a controller, an action, a minimal API's handler, a hub or a hub's method. Without a
/// session the answer is the protocol's 401, without the role its 403, which names <c>st-role</c>. It needs the UserRoles recipe and
/// <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireRoleAttribute : SessionClaimRequirementAttribute
{
    /// <summary>Requires a role.</summary>
    /// <param name="anyOf">The roles of which one is enough. Use the attribute several times to require several.</param>
    /// <exception cref="ArgumentException">There is no role, or an empty one: that would let everybody in, or nobody.</exception>
    public RequireRoleAttribute(params string[] anyOf) => AnyOf = RequiredNames.Of(anyOf, nameof(anyOf));

    /// <summary>The roles of which one is enough.</summary>
    public IReadOnlyList<string> AnyOf { get; }

    /// <summary>How old the session's roles may be, in seconds, before they are fetched again. Default: -1, any age.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    protected override SessionClaimValidator CreateValidator(IServiceProvider services)
        => RequirementValidators.Role(services, AnyOf, RequiredNames.MaxAge(MaxAgeInSeconds));
}
