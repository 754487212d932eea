using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Load;

/// <summary>An app with SuperTokens and as many open routes as are asked for, beside <c>/hello</c> and the protected <c>/sessioninfo</c>.</summary>
internal static class RoutesServer
{
    public static async Task RunAsync(int routes, Uri core)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services
            .AddSuperTokens(options =>
            {
                options.AppInfo.AppName = "Routes";
                options.AppInfo.ApiDomain = "http://localhost:3001";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
                options.ConnectionUri = core.ToString();
            })
            .AddEmailPassword()
            .AddSession();
        await using var app = builder.Build();
        app.UseSuperTokensCors();
        app.UseSuperTokens();
        app.UseAuthorization();
        app.MapGet("/hello", () => "hello");
        for (var route = 1; route <= routes; route++)
        {
            app.MapGet($"/route/{route}/{{id}}", (string id) => id);
        }

        app.MapGet("/sessioninfo", (SessionContainer session) => session.UserId).RequireSession();
        await app.RunAsync();
    }
}
