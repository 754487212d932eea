using Microsoft.Net.Http.Headers;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>Tells browsers what the pages of this site may do. README.md says how to let them do more.</summary>
public static class SecurityHeaders
{
    // Nothing from elsewhere, and no script or style inside a page: what somebody smuggles into one does not run.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Connections = "; connect-src 'self'";
    // "dotnet watch" reloads the page over a connection of its own.
    private const string DevelopmentConnections = Connections + " ws://localhost:* wss://localhost:*";

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var policy = Policy + (app.Environment.IsDevelopment() ? DevelopmentConnections : Connections);
        return app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            // Links in mails carry a secret; only pages of this site may see where people come from.
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            context.Response.OnStarting(KeepNoPage, context.Response);
            return next(context);
        });
    }

    // The back button must not show somebody's page once they have signed out.
    private static Task KeepNoPage(object state)
    {
        var response = (HttpResponse)state;
        if (MediaTypeHeaderValue.TryParse(response.ContentType, out var type) && type.MediaType == "text/html")
        {
            response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
