using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Decides by the session whether its user has a role, a permission or a tenant, for this SDK's requirements and for
/// <c>[Authorize(Roles = …)]</c>. Claims that are missing or too old are fetched first. It only ever lets sessions in; other users are other
/// handlers' matter.
/// </summary>
internal sealed class SessionRequirementsHandler(SessionPrincipals principals, UserRoleClaim? roles = null, PermissionClaim? permissions = null) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = RequestOf(context.Resource);
        var identity = context.User.Identities.FirstOrDefault(one => one is { IsAuthenticated: true, AuthenticationType: SuperTokensDefaults.AuthenticationScheme });
        var refused = new List<ClaimValidationError>();
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            if (requirement is EndpointRequirement && context.Resource is HttpContext http && IsReadFrom(http.GetEndpoint()))
            {
                context.Succeed(requirement);
            }

            var validator = ValidatorOf(requirement);
            if (identity is null || (validator is null && requirement is not TenantRequirement))
            {
                continue;
            }

            try
            {
                var errors = validator is null ? FindErrors(request, identity, (TenantRequirement)requirement) : await FindErrorsAsync(request, identity, validator);
                refused.AddRange(errors);
                if (errors.Count == 0)
                {
                    context.Succeed(requirement);
                }
            }
            catch (Exception exception) when (request is not null && exception is (UnauthorisedException or TryRefreshTokenException))
            {
                // Nobody answers for exceptions where authorization runs before UseSuperTokens.
                request.Features.Set(new Refusal(exception));
                context.Fail();
                return;
            }
        }

        request?.Features.Set(new Refusal(new InvalidClaimsException(refused)));
    }

    private static bool IsReadFrom(Endpoint? endpoint)
        => endpoint?.Metadata is { } metadata
            && (metadata.GetMetadata<RequireRoleAttribute>() is not null
                || metadata.GetMetadata<RequirePermissionAttribute>() is not null
                || metadata.GetMetadata<RequireTenantAttribute>() is not null);

    private static HttpContext? RequestOf(object? resource) => resource switch
    {
        HttpContext context => context,
        AuthorizationFilterContext filter => filter.HttpContext,
        _ => null,
    };

    private static ClaimValidationError[] FindErrors(HttpContext? request, ClaimsIdentity identity, TenantRequirement requirement)
        => requirement.Check(identity.FindFirst(SuperTokensDefaults.TenantIdClaim)?.Value, request) is { } error ? [error] : [];

    // Where no request is at hand, as in a hub, the user's own claims are all there is.
    private static async Task<IReadOnlyList<ClaimValidationError>> FindErrorsAsync(ClaimsIdentity identity, SessionClaimValidator validator, CancellationToken cancellationToken)
    {
        var payload = new JsonObject();
        if (validator.Claim is { } claim && identity.FindFirst(one => one.Type == claim.Key && one.ValueType == SessionPrincipals.JsonType) is { Value: var value })
        {
            payload[claim.Key] = JsonNode.Parse(value);
        }

        var result = await validator.ValidateAsync(payload, cancellationToken);
        return result.IsValid ? [] : [new ClaimValidationError(validator.Id, result.Reason)];
    }

    private async Task<IReadOnlyList<ClaimValidationError>> FindErrorsAsync(HttpContext? request, ClaimsIdentity identity, SessionClaimValidator validator)
    {
        if (request?.GetSession() is not { } session || !identity.HasClaim(SuperTokensDefaults.SessionHandleClaim, session.Handle))
        {
            return await FindErrorsAsync(identity, validator, request?.RequestAborted ?? CancellationToken.None);
        }

        try
        {
            await session.AssertClaimsAsync([validator], request.RequestAborted);
            return [];
        }
        catch (InvalidClaimsException invalid)
        {
            return invalid.Errors;
        }
        finally
        {
            principals.SetRoles(identity, session);
        }
    }

    private SessionClaimValidator? ValidatorOf(IAuthorizationRequirement requirement) => requirement switch
    {
        RoleRequirement { AnyOf: var names, MaxAge: var maxAge } => RoleValidator(roles ?? throw Missing("RequireRole"), names, maxAge),
        PermissionRequirement { AllOf: var names, MaxAge: var maxAge } => PermissionValidator(permissions ?? throw Missing("RequirePermission"), names, maxAge),
        RolesAuthorizationRequirement { AllowedRoles: var names } when roles is not null => RoleValidator(roles, [.. names], maxAge: null),
        _ => null,
    };

    private static SessionClaimValidator RoleValidator(UserRoleClaim roles, IReadOnlyList<string> names, TimeSpan? maxAge)
        => names is [var name] ? roles.Includes(name, maxAge) : roles.IncludesAny(names, maxAge);

    private static SessionClaimValidator PermissionValidator(PermissionClaim permissions, IReadOnlyList<string> names, TimeSpan? maxAge)
        => names is [var name] ? permissions.Includes(name, maxAge) : permissions.IncludesAll(names, maxAge);

    private static InvalidOperationException Missing(string what)
        => new($"{what} needs the UserRoles recipe, so nobody is let in. Add .AddUserRoles() to AddSuperTokens(…).");
}
