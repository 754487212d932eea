using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Requires a session with at least one of some roles.</summary>
/// <param name="AnyOf">The roles, at least one.</param>
/// <param name="MaxAge">How old the claim may be before it is fetched again; any age when null.</param>
internal sealed record RoleRequirement(IReadOnlyList<string> AnyOf, TimeSpan? MaxAge = null) : IAuthorizationRequirement;
