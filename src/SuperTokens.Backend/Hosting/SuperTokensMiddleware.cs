using Microsoft.AspNetCore.Http;

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
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (!await errors.TryRespondAsync(context, exception, ownEndpoint: false))
            {
                throw;
            }
        }
    }
}
