using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.RateLimiting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/abuse.md</c>.</summary>
internal static class AbuseSnippets
{
    public static void Add(SuperTokensBuilder builder)
    {
        builder.AddRateLimiting();
        builder.AddRateLimiting(limits =>
        {
            limits.FailedAttemptsPerAccount = new RateLimit(permits: 5, window: TimeSpan.FromMinutes(30));
            limits.Message = "Please wait a little.";
        });
        builder.AddSession(session => session.CookiePrefix = SessionCookiePrefix.Host);
        builder.AddEmailPassword(options => options.RejectCommonPasswords = true);
    }

    public static void Use(WebApplication app)
    {
        app.UseSuperTokensSecurityHeaders();
        app.UseForwardedHeaders(new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            KnownIPNetworks = { System.Net.IPNetwork.Parse("10.0.0.0/8") },
        });
        app.UseSuperTokens();
    }
}
