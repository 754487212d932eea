using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Hosting.Doctor;

namespace SuperTokens.Backend.Hosting;

/// <summary>Serves SuperTokens' own endpoints and answers for its exceptions thrown further down.</summary>
internal sealed class SuperTokensMiddleware(RequestDelegate next, SuperTokensDispatcher dispatcher, ErrorResponder errors, UsedMiddleware used)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await dispatcher.TryHandleAsync(context, context.RequestAborted))
        {
            return;
        }

        try
        {
            if (RequiredSession(context) is not { } required
                || await context.RequestServices.GetRequiredService<SessionGate>().TryPassAsync(context, required.Options))
            {
                await next(context);
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (!await errors.TryRespondAsync(context, exception, ownEndpoint: false))
            {
                throw;
            }
        }
    }

    // MVC runs the attribute as its filter. On any other endpoint it would do nothing by itself, and leave it open.
    private RequireSessionAttribute? RequiredSession(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            return RequiredSessionPolicy.Concerns(endpoint) ? endpoint.Metadata.GetMetadata<RequireSessionAttribute>() : null;
        }

        if (used.IsRoutingLater)
        {
            context.Features.Set(UnroutedFeature.Instance);
        }

        return null;
    }
}
