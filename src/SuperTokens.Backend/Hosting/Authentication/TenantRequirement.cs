using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Requires a session of one of some tenants, or of the tenant that the request's route names.</summary>
/// <param name="AnyOf">The tenants; none for the route's.</param>
/// <param name="RouteValue">The route's parameter that names the tenant.</param>
internal sealed record TenantRequirement(IReadOnlyList<string> AnyOf, string RouteValue) : IAuthorizationRequirement
{
    /// <summary>Compares exactly: the core writes tenants' ids in lower case, and an application may tell letter cases apart.</summary>
    /// <param name="sessionTenantId">The session's tenant, or null when the user has none.</param>
    /// <param name="request">The request, or null where there is none, as in a hub.</param>
    /// <returns>Why the session is refused, named as a claim's validator does; null when it is not.</returns>
    /// <exception cref="InvalidOperationException">The route has no such parameter.</exception>
    public ClaimValidationError? Check(string? sessionTenantId, HttpContext? request)
    {
        var named = AnyOf.Count > 0 ? null : OfRoute(request);
        IReadOnlyList<string> allowed = AnyOf.Count == 0 && named is not null ? [named] : AnyOf;
        if (sessionTenantId is not null && allowed.Contains(sessionTenantId, StringComparer.Ordinal))
        {
            return null;
        }

        // The caller has named the route's tenant; the application's own are not told.
        var reason = new JsonObject { ["message"] = "wrong value" };
        if (named is not null)
        {
            reason["expectedValue"] = named;
        }

        reason["actualValue"] = sessionTenantId;
        return new ClaimValidationError(SuperTokensDefaults.TenantIdClaim, reason);
    }

    private string? OfRoute(HttpContext? request)
        => request?.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern } && pattern.GetParameter(RouteValue) is null
            ? throw new InvalidOperationException(
                $"RequireTenant finds no parameter '{RouteValue}' in the route '{pattern.RawText}', so nobody is let in. Put {{{RouteValue}}} into the route, or name the tenants: RequireTenant(\"…\").")
            : request?.GetRouteValue(RouteValue)?.ToString();
}
