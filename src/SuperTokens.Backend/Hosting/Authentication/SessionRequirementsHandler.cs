using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Decides by the session whether its user is as this SDK's requirements and <c>[Authorize(Roles = …)]</c> ask. Claims that are missing or too old
/// are fetched first. It only ever lets sessions in; other users are other handlers' matter.
/// </summary>
internal sealed class SessionRequirementsHandler(
    SessionPrincipals principals, RequestSessions sessions, ISessionRecipe recipe, HubRequirements hubs, IServiceProvider services, UserRoleClaim? roles = null)
    : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = RequestOf(context.Resource);
        var identity = context.User.Identities.FirstOrDefault(one => one is { IsAuthenticated: true, AuthenticationType: SuperTokensDefaults.AuthenticationScheme });
        var refused = new List<ClaimValidationError>();
        try
        {
            foreach (var requirement in context.PendingRequirements.ToList())
            {
                if (await CheckAsync(context.Resource, request, identity, requirement) is not { } errors)
                {
                    continue;
                }

                refused.AddRange(errors);
                if (errors.Count == 0)
                {
                    context.Succeed(requirement);
                }
            }
        }
        catch (Exception exception) when ((request is not null || context.Resource is HubInvocationContext) && exception is (UnauthorisedException or TryRefreshTokenException))
        {
            // Nobody answers for exceptions where authorization runs before UseSuperTokens.
            request?.Features.Set(new Refusal(exception));
            context.Fail();
            return;
        }

        request?.Features.Set(new Refusal(new InvalidClaimsException(refused)));
    }

    private static bool IsReadFrom(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<SessionRequirementAttribute>() is not null;

    private static HttpContext? RequestOf(object? resource) => resource switch
    {
        HttpContext context => context,
        AuthorizationFilterContext filter => filter.HttpContext,
        _ => null,
    };

    /// <returns>What is not as required; null when the requirement is not for this handler, or nobody to ask.</returns>
    private async Task<IReadOnlyList<ClaimValidationError>?> CheckAsync(object? resource, HttpContext? request, ClaimsIdentity? identity, IAuthorizationRequirement requirement)
    {
        switch (requirement)
        {
            case EndpointRequirement when request is not null:
                return IsReadFrom(request.GetEndpoint()) ? [] : null;
            case EndpointRequirement when resource is HubInvocationContext call && identity is not null:
                return await CheckAllAsync(resource, identity, hubs.Of(call.HubMethod));
            case var _ when identity is null:
                return null;
            case TenantRequirement tenant:
                return tenant.Check(identity.FindFirst(SuperTokensDefaults.TenantIdClaim)?.Value, request) is { } error ? [error] : [];
            case SessionRequirement session:
                return await CheckSessionAsync(request, identity, session.Options);
            case ClaimRequirement claim:
                return await CheckAsync(request, identity, claim.Validator(services));
            case RolesAuthorizationRequirement { AllowedRoles: var names } when roles is not null:
                return await CheckAsync(request, identity, RequirementValidators.Role(roles, [.. names], maxAge: null));
            default:
                return null;
        }
    }

    private async Task<IReadOnlyList<ClaimValidationError>?> CheckAllAsync(object resource, ClaimsIdentity identity, IAuthorizationRequirement[] requirements)
    {
        var refused = new List<ClaimValidationError>();
        foreach (var requirement in requirements)
        {
            if (await CheckAsync(resource, request: null, identity, requirement) is not { } errors)
            {
                return null;
            }

            refused.AddRange(errors);
        }

        return requirements.Length == 0 ? null : refused;
    }

    private async Task<IReadOnlyList<ClaimValidationError>> CheckSessionAsync(HttpContext? request, ClaimsIdentity identity, VerifySessionOptions? options)
    {
        if (options is null)
        {
            return [];
        }

        if (request is null)
        {
            return options.CheckDatabase && await recipe.GetSessionInformationAsync(identity.FindFirst(SuperTokensDefaults.SessionHandleClaim)?.Value ?? "") is null
                ? throw new UnauthorisedException("The session does not exist any more.")
                : [];
        }

        try
        {
            await sessions.GetAsync(request, options, request.RequestAborted);
            return [];
        }
        catch (InvalidClaimsException invalid)
        {
            return invalid.Errors;
        }
    }

    private async Task<IReadOnlyList<ClaimValidationError>> CheckAsync(HttpContext? request, ClaimsIdentity identity, SessionClaimValidator validator)
    {
        var aborted = request?.RequestAborted ?? CancellationToken.None;
        if (SessionOf(request, identity) is not { } session)
        {
            return await CheckAsync(identity, validator, aborted);
        }

        try
        {
            await session.AssertClaimsAsync([validator], aborted);
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

    // Where the user did not come with a session, as in a unit test, their own claims are all there is.
    private static async Task<IReadOnlyList<ClaimValidationError>> CheckAsync(ClaimsIdentity identity, SessionClaimValidator validator, CancellationToken cancellationToken)
    {
        var payload = new JsonObject();
        if (validator.Claim is { } claim && identity.FindFirst(one => one.Type == claim.Key && one.ValueType == SessionPrincipals.JsonType) is { Value: var value })
        {
            payload[claim.Key] = JsonNode.Parse(value);
        }

        var result = await validator.ValidateAsync(payload, cancellationToken);
        return result.IsValid ? [] : [new ClaimValidationError(validator.Id, result.Reason)];
    }

    private static SessionContainer? SessionOf(HttpContext? request, ClaimsIdentity identity)
        => request?.GetSession() is { } session && identity.HasClaim(SuperTokensDefaults.SessionHandleClaim, session.Handle)
            ? session
            : (identity as SessionIdentity)?.Detached;
}
