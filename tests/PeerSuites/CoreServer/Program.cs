using SuperTokens.PeerSuites.CoreServer;

// The suites start "java … io.supertokens.Main ./ DEV host=… port=… test_mode": only these two arguments matter here.
var host = Argument("host", "localhost");
var port = Argument("port", "3567");
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls($"http://{host}:{port}");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services
    .AddSuperTokens(options =>
    {
        options.AppInfo.AppName = "Core";
        options.AppInfo.ApiDomain = $"http://{host}:{port}";
        options.AppInfo.WebsiteDomain = "http://localhost:3000";
        options.RunDoctorAtStart = false;
    })
    .UseEmbeddedCore(options =>
    {
        options.InMemory = true;
        options.AllowOutsideDevelopment = true;

        // Each test signs up users, and none is about how long a hash takes.
        options.BcryptCost = 4;
    });

await using var app = builder.Build();
app.MapSuperTokensCore();
await app.StartAsync();
using (StartedFile.Write(host, port))
{
    await app.WaitForShutdownAsync();
}

string Argument(string name, string otherwise)
    => args.FirstOrDefault(argument => argument.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? otherwise;
