using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with all of some permissions reach a controller, an action or a minimal API's handler. Without a session the answer is
/// the protocol's 401, without a permission its 403, which names <c>st-perm</c>. It needs the UserRoles recipe and <c>UseAuthorization</c>.
/// On a hub's methods it lets nobody in: use policies with <c>RequirePermission</c> there.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>Requires permissions.</summary>
    /// <param name="allOf">The permissions, all of which are needed.</param>
    /// <exception cref="ArgumentException">There is no permission, or an empty one: that would let everybody in, or nobody.</exception>
    public RequirePermissionAttribute(params string[] allOf)
    {
        AllOf = RequiredNames.Of(allOf, nameof(allOf));
        AuthenticationSchemes = SuperTokensDefaults.AuthenticationScheme;
        Policy = EndpointRequirement.Policy;
    }

    /// <summary>The permissions, all of which are needed.</summary>
    public IReadOnlyList<string> AllOf { get; }

    /// <summary>How old the session's permissions may be, in seconds, before they are fetched again. Default: -1, any age.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(AllOf, RequiredNames.MaxAge(MaxAgeInSeconds))];
}
