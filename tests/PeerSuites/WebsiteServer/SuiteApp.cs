using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.PeerSuites.WebsiteServer.Endpoints;

namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>The application of one initialisation: sessions, and the suite's routes.</summary>
internal static class SuiteApp
{
    public static void Configure(IServiceCollection services, SuiteConfig config)
    {
        var superTokens = services.AddCors().AddSuperTokens(options =>
        {
            options.ConnectionUri = config.CoreUrl;
            options.AppInfo.AppName = "SuperTokens";
            options.AppInfo.ApiDomain = "0.0.0.0:" + Variables.Port;
            options.AppInfo.WebsiteDomain = "http://localhost:8080";
            options.DisabledEndpoints.Add("POST /session/refresh");
            options.RunDoctorAtStart = false;
        });
        superTokens.AddSession(options =>
        {
            options.AntiCsrf = config.AntiCsrf ? AntiCsrfMode.ViaToken : AntiCsrfMode.None;
            options.ExposeAccessTokenToFrontendInCookieBasedAuth = config.Jwt;
            options.TokenTransferMethod = Variables.TransferMethod switch
            {
                "cookie" => TokenTransferMethod.Cookie,
                "header" => TokenTransferMethod.Header,
                _ => TokenTransferMethod.Any,
            };
            options.ErrorHandlers.OnUnauthorised = (context, _, cancellationToken) =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return context.Response.WriteAsJsonAsync(new JsonObject(), cancellationToken);
            };
        });
        if (config.Jwt)
        {
            superTokens.Override<ISessionRecipe>((inner, _) => new CustomClaim(inner));
        }
    }

    public static void Use(WebApplication app)
    {
        app.UseSuperTokensCors();
        app.UseSuperTokens();
        app.Use(AnswerErrorsAsync);
        if (Variables.Page is { } page)
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(page) });
        }

        app.MapSessions();
        app.MapLegacySessions();
        app.MapPayloads();
        app.MapCounters();
        app.MapEchoes();
        app.MapFallback(() => Results.NotFound());
    }

    // Errors of sessions are the SDK's to answer.
    private static async Task AnswerErrorsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not (UnauthorisedException or TryRefreshTokenException or TokenTheftException or InvalidClaimsException))
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync(exception.Message);
        }
    }

    private sealed class CustomClaim(ISessionRecipe inner) : DelegatingSessionRecipe(inner)
    {
        public override Task<SessionContainer> CreateNewSessionAsync(NewSession session, bool disableAntiCsrf = false, CancellationToken cancellationToken = default)
        {
            var payload = session.AccessTokenPayload?.DeepClone().AsObject() ?? [];
            payload["customClaim"] = "customValue";
            return base.CreateNewSessionAsync(session with { AccessTokenPayload = payload }, disableAntiCsrf, cancellationToken);
        }
    }
}
