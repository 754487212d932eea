using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Hosting;

/// <summary>A host without a middleware pipeline: each handler is a method, and a request reaches it through <see cref="SuperTokensPipeline"/> alone.</summary>
internal sealed class HandlerApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LeakScanner _leaks;

    private HandlerApp(WebApplication app, TestLog log, LeakScanner leaks)
    {
        _app = app;
        _leaks = leaks;
        Log = log;
    }

    public TestLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<HandlerApp> StartAsync(Action<CorsPolicyBuilder>? cors = null, string environment = "Production", Action<SuperTokensBuilder>? setUp = null)
    {
        var log = new TestLog();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        var superTokens = builder.Services
            .AddSuperTokens(options =>
            {
                PipelineTests.Configure(options);
                options.ConnectionUri = "";
            })
            .AddSession()
            .AddUserRoles()
            .UseTestCore()
            .UsePipeline(cors);
        setUp?.Invoke(superTokens);
        var leaks = builder.Services.AddLeakCheck(log);
        var app = builder.Build();

        // Such hosts have no pipeline to which ASP.NET Core would add authorization by itself.
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        app.MapPost("/login/{userId}", (string userId, HttpContext context, IRequestSessions sessions)
            => sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)), context.RequestAborted));
        foreach (var handler in new[] { typeof(Handlers), typeof(ClosedHandlers), typeof(DerivedHandlers) }.SelectMany(type => type.GetMethods()).Where(method => method.ReturnType == typeof(Task)))
        {
            Map(app, $"/{handler.ReflectedType!.Name}/{handler.Name}", handler);
        }

        Map(app, "/tenants/{tenantId}", typeof(Handlers).GetMethod(nameof(Handlers.Tenant)));
        Map(app, "/supertokens/inbox", typeof(Handlers).GetMethod(nameof(Handlers.Inbox)));
        Map(app, "/lost", handler: null);
        await app.StartAsync();
        return new HandlerApp(app, log, leaks);
    }

    public Frontend CreateFrontend() => new(CreateClient(), "header");

    public async Task<Frontend> SignInAsync(string userId = "ann")
    {
        var frontend = CreateFrontend();
        (await frontend.PostAsync($"/login/{userId}")).EnsureSuccessStatusCode();
        return frontend;
    }

    public TestServer Server => _app.GetTestServer();

    public HttpClient CreateClient() => new(new LeakHandler(_leaks, Server.CreateHandler())) { BaseAddress = Server.BaseAddress };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app, string route, MethodInfo? handler)
        => app.Map(route, (HttpContext context, SuperTokensPipeline pipeline) => pipeline.InvokeAsync(
            context,
            handler,
            next => handler is null ? next.Response.WriteAsync("ran") : (Task)handler.Invoke(Activator.CreateInstance(handler.ReflectedType!), BindingFlags.DoNotWrapExceptions, null, [next], null)!));
}
