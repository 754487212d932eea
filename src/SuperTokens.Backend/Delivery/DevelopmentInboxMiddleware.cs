using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Delivery;

/// <summary>Serves the page of the development inbox before all else.</summary>
internal sealed class DevelopmentInboxMiddleware(RequestDelegate next, DevelopmentInboxServer inbox)
{
    public Task InvokeAsync(HttpContext context)
        => context.Request.Path.StartsWithSegments(DevelopmentInbox.Path, StringComparison.Ordinal) ? ServeAsync(context) : next(context);

    private async Task ServeAsync(HttpContext context)
    {
        if (!await inbox.TryServeAsync(context))
        {
            await next(context);
        }
    }
}
