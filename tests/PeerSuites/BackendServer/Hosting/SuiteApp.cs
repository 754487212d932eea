using System.Text.Json.Nodes;
using SuperTokens.PeerSuites.BackendServer.Endpoints;
using SuperTokens.PeerSuites.BackendServer.Instruments;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Hosting;

/// <summary>The application of one <c>supertokens.init</c> of the suite.</summary>
internal static class SuiteApp
{
    public static void Configure(WebApplicationBuilder builder, JsonObject config)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<OverrideLog>().AddSingleton<OverrideParams>().AddSingleton<ProcessEvents>().AddSingleton<KnownSessions>();
        InitConfig.Apply(builder.Services, config);
    }

    public static void Use(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            // Overrides read the body again, for what a test put beside the fields of the FDI.
            context.Request.EnableBuffering();
            await next(context);
        });
        app.UseSuperTokens();
        app.Use(Failures.AnswerAsync);
        app.MapAll();
    }
}
