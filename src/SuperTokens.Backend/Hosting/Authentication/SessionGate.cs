using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Lets only requests with a session through. Refused ones are answered here, wherever the endpoint stands in the pipeline.</summary>
internal sealed class SessionGate(ISessionApi api, SessionPrincipals principals, SessionErrorHandler errors)
{
    private const string DefaultTenant = "public";

    /// <summary>Verifies the request's session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">How to verify.</param>
    /// <returns>Whether the request may go on; when not, it has been answered.</returns>
    public async Task<bool> TryPassAsync(HttpContext context, VerifySessionOptions? options)
    {
        // As with [Authorize]: what is open to everyone within a protected group or controller stays open.
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        try
        {
            var session = await api.VerifySessionAsync(options, new ApiContext(context, DefaultTenant), context.RequestAborted);
            if (session is null)
            {
                context.Features.Set(NoSessionFeature.Instance);
            }
            else if (context.User is not SessionPrincipal && context.User.Identity?.IsAuthenticated != true)
            {
                context.User = principals.Create(session);
            }

            return true;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (await errors.TryHandleAsync(context, exception, context.RequestAborted))
            {
                return false;
            }

            throw;
        }
    }
}
