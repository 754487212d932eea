using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SuperTokensApp._1.Tests;

/// <summary>Adds an endpoint to the app, for people with a role that nobody has.</summary>
public sealed class ForAdmins : IStartupFilter
{
    public const string Path = "/for-admins";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.UseEndpoints(endpoints => endpoints
            .MapGet(Path, () => "Welcome, admin.")
            .RequireAuthorization(policy => policy.RequireRole("admin")));
    };
}
