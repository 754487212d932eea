using System.Globalization;

namespace SuperTokens.PeerSuites.WebsiteServer.Endpoints;

/// <summary>What a test asks the server about itself.</summary>
internal static class CounterEndpoints
{
    public static void MapCounters(this WebApplication app)
    {
        app.MapPost("/beforeeach", (Counters counters) => counters.Reset());
        app.MapPost("/after", () => { });
        app.MapPost("/stopst", () => "");
        app.MapPost("/testUserConfig", () => { });
        app.MapGet("/refreshCalledTime", (Counters counters) => Text(counters.RefreshCalled));
        app.MapGet("/refreshAttemptedTime", (Counters counters) => Text(counters.RefreshAttempted));
        app.MapGet("/getSessionCalledTime", (Counters counters) => Text(counters.GetSessionCalled));
        app.MapGet("/getPackageVersion", () => Variables.SuiteVersion);
        app.MapGet("/featureFlags", (SuiteConfig config) => new
        {
            sessionJwt = config.Jwt,
            sessionClaims = true,
            v3AccessToken = true,
            duplicateCookieHandling = true,
        });
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
