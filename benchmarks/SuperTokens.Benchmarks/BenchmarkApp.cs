using System.Collections.Immutable;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.Backend.Recipes.Jwt;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Benchmarks;

/// <summary>An app with an embedded core and Microsoft's JwtBearer side by side: both authenticate the same tokens.</summary>
internal sealed class BenchmarkApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchmarkApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an app.</summary>
    /// <param name="cacheSize">How many verified tokens it remembers; so few that every token of a longer list is new each time.</param>
    public static async Task<BenchmarkApp> StartAsync(int cacheSize = 10_000)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddAuthentication().AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters { ValidateAudience = false };
            options.Configuration = new OpenIdConnectConfiguration();
        });
        builder.Services
            .AddSuperTokens(options =>
            {
                options.AppInfo.AppName = "Benchmarks";
                options.AppInfo.ApiDomain = "http://localhost:3001";
                options.AppInfo.WebsiteDomain = "http://localhost:3000";
            })
            .AddEmailPassword()
            .AddSession(options => options.AccessTokenCacheSize = cacheSize)
            .UseEmbeddedCore(options => (options.InMemory, options.AllowOutsideDevelopment) = (true, true));
        var app = builder.Build();
        app.UseSuperTokens();
        await app.StartAsync();
        await TrustTheCoreAsync(app.Services);
        return new BenchmarkApp(app);
    }

    /// <summary>Makes sessions.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Their access tokens.</returns>
    public async Task<ImmutableArray<string>> CreateTokensAsync(int count)
    {
        var sessions = Services.GetRequiredService<ISessions>();
        var tokens = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++)
        {
            tokens.Add((await sessions.CreateAsync(new NewSession(new RecipeUserId(Guid.NewGuid().ToString())))).AccessToken);
        }

        return tokens.MoveToImmutable();
    }

    /// <summary>A request such as a browser's.</summary>
    /// <param name="services">The request's services.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The request.</returns>
    public static DefaultHttpContext CreateRequest(IServiceProvider services, string path = "/sessioninfo")
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.Headers.UserAgent = "Mozilla/5.0";
        context.Request.Headers.Accept = "application/json";
        return context;
    }

    /// <summary>Authenticates a request in a scope of its own, as a server does.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="prepare">Puts the token where the request has it.</param>
    /// <param name="token">The token.</param>
    /// <param name="readUser">Whether the user's claims are looked at: JwtBearer has made them by then, and SuperTokens makes them then.</param>
    /// <returns>The number of claims that were read.</returns>
    public async Task<int> AuthenticateAsync(string scheme, Action<HttpRequest, string> prepare, string token, bool readUser = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = CreateRequest(scope.ServiceProvider);
        prepare(context.Request, token);
        var result = await context.AuthenticateAsync(scheme);
        return result.Succeeded ? (readUser ? result.Principal.Claims.Count() : 0) : throw new InvalidOperationException("The request was not authenticated.", result.Failure);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task TrustTheCoreAsync(IServiceProvider services)
    {
        var jwks = await services.GetRequiredService<IJwtRecipe>().GetJwksAsync();
        var options = services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
        options.Configuration!.Issuer = "http://localhost:3001/auth";
        foreach (var key in jwks.Keys)
        {
            options.Configuration.SigningKeys.Add(new JsonWebKey { Kty = key.KeyType, Kid = key.KeyId, N = key.Modulus, E = key.Exponent, Alg = key.Algorithm, Use = key.Use });
        }
    }

    // Requests are made by hand.
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull
            => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
