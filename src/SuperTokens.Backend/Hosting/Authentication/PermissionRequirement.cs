using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Requires a session with all of some permissions.</summary>
/// <param name="AllOf">The permissions, at least one.</param>
/// <param name="MaxAge">How old the claim may be before it is fetched again; any age when null.</param>
internal sealed record PermissionRequirement(IReadOnlyList<string> AllOf, TimeSpan? MaxAge = null) : IAuthorizationRequirement;
