using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using SuperTokens.PeerSuites.BackendServer.Endpoints;
using SuperTokens.PeerSuites.BackendServer.Instruments;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Hosting;

/// <summary>The application that a suite configured last: a whole one of its own, with the SDK as any application has it.</summary>
internal sealed class CurrentApp : IAsyncDisposable
{
    // Of the server in front, which has none to give that this application would want.
    private static readonly Type[] s_notForwarded = [typeof(IServiceProvidersFeature), typeof(IEndpointFeature), typeof(IRouteValuesFeature)];

    private WebApplication? _app;
    private ForwardedServer? _server;

    public async Task ReplaceAsync(JsonObject config)
    {
        await DisposeAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        var server = new ForwardedServer();
        builder.Services.AddRouting().AddSingleton<IServer>(server).AddHttpContextAccessor();
        builder.Services.AddSingleton<OverrideLog>().AddSingleton<OverrideParams>().AddSingleton<ProcessEvents>().AddSingleton<KnownSessions>();
        InitConfig.Apply(builder.Services, config);
        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            // Overrides read the body again, for what a test put beside the fields of the FDI.
            context.Request.EnableBuffering();
            await next(context);
        });
        app.UseSuperTokens();
        app.Use(Failures.AnswerAsync);
        app.MapAll();
        await app.StartAsync();
        (_app, _server) = (app, server);
    }

    public async Task ForwardAsync(HttpContext context)
    {
        if (_server is not { } server)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var features = new FeatureCollection();
        foreach (var (type, feature) in context.Features)
        {
            if (!s_notForwarded.Contains(type))
            {
                features[type] = feature;
            }
        }

        await server.HandleAsync(features);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            (_app, _server) = (null, null);
            await app.DisposeAsync();
        }
    }
}
