using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Requires a session.</summary>
/// <param name="Options">How to verify it; null when being signed in is enough.</param>
internal sealed record SessionRequirement(VerifySessionOptions? Options) : IAuthorizationRequirement;
