using System.Globalization;
using System.Text.Json.Nodes;
using SuperTokens.PeerSuites;
using SuperTokens.PeerSuites.BackendServer.Hosting;

var port = int.Parse(Environment.GetEnvironmentVariable("API_PORT") ?? "3030", CultureInfo.InvariantCulture);
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls($"http://localhost:{port}");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var server = builder.Build();
await using var current = new CurrentApp();
server.Run(async context =>
{
    switch (context.Request.Path.Value)
    {
        case "/test/ping":
            await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true });
            break;
        case "/test/init":
            await InitialiseAsync(context);
            break;
        default:
            await current.ForwardAsync(context);
            break;
    }
});
await server.RunAsync();

async Task InitialiseAsync(HttpContext context)
{
    var body = await context.Request.ReadFromJsonAsync<JsonObject>();
    try
    {
        var config = JsonNode.Parse(body!["config"]!.GetValue<string>())!.AsObject();
        await current.ReplaceAsync(builder => SuiteApp.Configure(builder, config), SuiteApp.Use);
        await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true });
    }
    catch (Exception exception)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["message"] = exception.Message });
    }
}
