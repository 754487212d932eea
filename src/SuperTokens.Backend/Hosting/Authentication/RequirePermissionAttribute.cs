using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with all of some permissions reach a controller, an action, a minimal API's handler, a hub or a hub's method. Without a
/// session the answer is the protocol's 401, without a permission its 403, which names <c>st-perm</c>. It needs the UserRoles recipe and
/// <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute : SessionClaimRequirementAttribute
{
    /// <summary>Requires permissions.</summary>
    /// <param name="allOf">The permissions, all of which are needed.</param>
    /// <exception cref="ArgumentException">There is no permission, or an empty one: that would let everybody in, or nobody.</exception>
    public RequirePermissionAttribute(params string[] allOf) => AllOf = RequiredNames.Of(allOf, nameof(allOf));

    /// <summary>The permissions, all of which are needed.</summary>
    public IReadOnlyList<string> AllOf { get; }

    /// <summary>How old the session's permissions may be, in seconds, before they are fetched again. Default: -1, any age.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    protected override SessionClaimValidator CreateValidator(IServiceProvider services)
        => RequirementValidators.Permission(services, AllOf, RequiredNames.MaxAge(MaxAgeInSeconds));
}
