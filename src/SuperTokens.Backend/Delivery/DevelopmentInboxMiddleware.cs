using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Delivery;

/// <summary>Serves the page of the development inbox before all else.</summary>
internal sealed class DevelopmentInboxMiddleware(RequestDelegate next, DevelopmentInboxServer inbox)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!await inbox.TryServeAsync(context))
        {
            await next(context);
        }
    }
}
