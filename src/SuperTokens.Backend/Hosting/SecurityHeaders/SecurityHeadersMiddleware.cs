using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting.SecurityHeaders;

/// <summary>Adds to each answer the headers that an API's answers need, where the application did not set its own.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    // An API's answer is data: a browser that shows it as a page must run and load nothing, and put it in no frame.
    private const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because error handlers clear the headers that are there before.
        context.Response.OnStarting(AddAsync, context.Response);
        return next(context);
    }

    private static Task AddAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Referrer-Policy", "no-referrer");

        // It keeps other sites from embedding an answer as a picture or script. CORS, by which the website calls, passes it by.
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        return Task.CompletedTask;
    }
}
