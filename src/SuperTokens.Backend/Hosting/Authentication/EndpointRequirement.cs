using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Met where ASP.NET Core's authorization middleware reads all requirements of an endpoint, and by callers of a hub's method who meet those of its
/// attributes. Where an attribute's requirements go unread, nobody meets it, so that the attribute keeps everybody out instead of letting everybody in.
/// </summary>
internal sealed record EndpointRequirement : IAuthorizationRequirement
{
    /// <summary>The policy that asks for it; <c>AddSession</c> registers it.</summary>
    public const string Policy = "SuperTokens.Endpoint";
}
