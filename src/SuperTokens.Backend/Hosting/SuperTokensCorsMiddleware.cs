using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting;

/// <summary>ASP.NET Core's CORS middleware with a policy for exactly the website's origin, which may differ by request.</summary>
internal sealed class SuperTokensCorsMiddleware(
    RequestDelegate next,
    SuperTokensAppInfo appInfo,
    ICorsService cors,
    ICorsPolicyProvider policies,
    ILoggerFactory loggers,
    Action<CorsPolicyBuilder> configure)
{
    // FDI: what frontend SDKs send …
    private static readonly string[] RequestHeaders = ["content-type", "rid", "fdi-version", "anti-csrf", "authorization", "st-auth-mode"];

    // … and what they must be able to read.
    private static readonly string[] ResponseHeaders = ["front-token", "anti-csrf", "st-access-token", "st-refresh-token"];

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"];

    // Nearly always there is one origin, so the last one is worth keeping.
    private ForOrigin? _last;

    public Task InvokeAsync(HttpContext context)
    {
        var origin = appInfo.GetOrigin(context);
        if (_last is not { } current || current.Origin != origin)
        {
            _last = current = new ForOrigin(origin, new CorsMiddleware(next, cors, CreatePolicy(origin), loggers));
        }

        // Answers without CORS headers, to another origin or to none, must not be cached for the website either.
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                if (!headers.Vary.Contains(HeaderNames.Origin))
                {
                    headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                }

                return Task.CompletedTask;
            },
            context.Response);
        return current.Middleware.Invoke(context, policies);
    }

    private CorsPolicy CreatePolicy(string origin)
    {
        var policy = new CorsPolicyBuilder(origin)
            .AllowCredentials()
            .WithHeaders(RequestHeaders)
            .WithMethods(Methods)
            .WithExposedHeaders(ResponseHeaders);
        configure(policy);
        return policy.Build();
    }

    private sealed record ForOrigin(string Origin, CorsMiddleware Middleware);
}
