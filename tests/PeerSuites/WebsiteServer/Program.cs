using System.Text.Json.Nodes;
using SuperTokens.PeerSuites;
using SuperTokens.PeerSuites.WebsiteServer;

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls($"http://localhost:{Variables.Port}");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var server = builder.Build();
await using var current = new CurrentApp();
using var core = new RawCore();
var counters = new Counters();
var config = new SuiteConfig(RawCore.Address, AntiCsrf: true, Jwt: false);
await InitialiseAsync();
server.Run(async context =>
{
    switch (context.Request.Path.Value)
    {
        case "/test/setup/app":
            await context.Response.WriteAsync(await core.CreateAppAsync(await Body.ReadAsync(context.Request)));
            break;
        case "/test/setup/st":
            var body = await Body.ReadAsync(context.Request);
            config = new SuiteConfig(Body.Text(body, "coreUrl")!, Body.Flag(body, "enableAntiCsrf"), Body.Flag(body, "enableJWT"));
            await InitialiseAsync();
            break;
        case "/reinitialiseBackendConfig":
            config = config with { CoreUrl = Body.Text(await Body.ReadAsync(context.Request), "coreUrl")! };
            await InitialiseAsync();
            break;
        default:
            await current.ForwardAsync(context);
            break;
    }
});
await server.RunAsync();

Task InitialiseAsync()
{
    var initial = config;
    return current.ReplaceAsync(
        builder =>
        {
            builder.Services.AddSingleton(initial).AddSingleton(counters).AddSingleton(core);
            SuiteApp.Configure(builder.Services, initial);
        },
        SuiteApp.Use);
}
