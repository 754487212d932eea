using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>
/// A core at an address of its own, as a container or a server would be: reached over HTTP, under any base path, and noting who called.
/// </summary>
internal sealed class RealCore : IAsyncDisposable
{
    private static readonly string[] BasePaths = ["/base/appid-shop", "/managed", "/switched", "/tests"];

    private readonly WebApplication _app;

    private RealCore(WebApplication app) => _app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    internal string Address => _app.Urls.Single();

    /// <summary>The calls so far: the base path, and what was called.</summary>
    internal ConcurrentQueue<RealCoreCall> Calls { get; } = new();

    internal static async Task<RealCore> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSuperTokens(options =>
            {
                options.AppInfo.AppName = "Core";
                options.AppInfo.ApiDomain = "http://localhost";
                options.AppInfo.WebsiteDomain = "http://localhost";
            })
            .UseEmbeddedCore(core =>
            {
                core.InMemory = true;
                core.AllowOutsideDevelopment = true;
                core.BcryptCost = 4;
            });
        var core = new RealCore(builder.Build());
        core._app.Use(core.NoteAsync);
        core._app.UseRouting();
        core._app.MapSuperTokensCore();
        await core._app.StartAsync();
        return core;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        var basePath = Array.Find(BasePaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) ?? string.Empty;
        context.Request.PathBase = basePath;
        context.Request.Path = context.Request.Path.Value![basePath.Length..];
        Calls.Enqueue(new RealCoreCall(basePath, context.Request.Path, context.Request.Headers["api-key"]));
        return next(context);
    }
}
