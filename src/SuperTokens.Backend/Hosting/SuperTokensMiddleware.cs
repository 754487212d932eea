using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Hosting;

/// <summary>Serves SuperTokens' own endpoints and answers for its exceptions thrown further down.</summary>
internal sealed class SuperTokensMiddleware(RequestDelegate next, SuperTokensDispatcher dispatcher, ErrorResponder errors)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await dispatcher.TryHandleAsync(context, context.RequestAborted))
        {
            return;
        }

        try
        {
            if (await MayPassAsync(context))
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
    private static async ValueTask<bool> MayPassAsync(HttpContext context)
        => context.GetEndpoint()?.Metadata is not { } metadata
            || metadata.GetMetadata<RequireSessionAttribute>() is not { } required
            || metadata.GetMetadata<ActionDescriptor>() is not null
            || await context.RequestServices.GetRequiredService<SessionGate>().TryPassAsync(context, required.Options);
}
