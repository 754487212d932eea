using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Hosting.SecurityHeaders;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Tells browsers how to treat an API's answers.</summary>
public static class SecurityHeadersApplicationBuilderExtensions
{
    /// <summary>
    /// Adds to each answer of an API <c>X-Content-Type-Options: nosniff</c>, a <c>Content-Security-Policy</c> that lets nothing run or be framed,
    /// <c>Referrer-Policy: no-referrer</c> and <c>Cross-Origin-Resource-Policy: same-origin</c>, and outside development
    /// <c>Strict-Transport-Security</c> over https, as <c>UseHsts</c> does. A header that is there already stays. Call it first. A site with pages needs a policy that
    /// lets them load their own scripts and styles.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    public static IApplicationBuilder UseSuperTokensSecurityHeaders(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeadersMiddleware>();
        return app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment() ? app : app.UseHsts();
    }
}
