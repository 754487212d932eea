using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Delivery;
#if (UseThirdParty)
using SuperTokens.Backend.Recipes.ThirdParty;
#endif

namespace SuperTokensApp._1.Tests;

/// <summary>
/// The app as it is, without the Functions host, with mails that stay here, on a core that lives in memory and starts empty; or on the core whose
/// address is in the environment variable SUPERTOKENS_TEST_CORE, with the API key in SUPERTOKENS_TEST_CORE_KEY if it needs one.
/// </summary>
public sealed class TestApp : IDisposable
{
    private readonly WebApplication _app;

    public TestApp()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            ContentRootPath = AppContext.BaseDirectory,
        });

        // No other core, for example one of your user secrets, may be used by mistake.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SuperTokens:ConnectionUri"] = Environment.GetEnvironmentVariable("SUPERTOKENS_TEST_CORE") ?? "",
            ["SuperTokens:ApiKey"] = Environment.GetEnvironmentVariable("SUPERTOKENS_TEST_CORE_KEY") ?? "",
        });
        builder.AddSignIn();
        builder.Services
            .AddSingleton<SuperTokensMiddleware>()
            .AddSingleton<IEmailSender>(Mails)
#if (UseThirdParty)
            .Configure<ThirdPartyOptions>(FakeProvider.AddTo)
#endif
            .AddSuperTokens(_ => { })
            .UseEmbeddedCore(core =>
            {
                core.InMemory = true;

                // The passwords in here are nobody's: a slow hash would protect no one.
                core.BcryptCost = 4;
            });

        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.MapFunctions(typeof(SuperTokensMiddleware).Assembly);
        _app.MapFunctions(typeof(ForAdmins).Assembly);
        _app.Start();
    }

    public Mailbox Mails { get; } = new();

    public IServiceProvider Services => _app.Services;

    public HttpClient CreateClient() => _app.GetTestClient();

    public HttpClient CreateDefaultClient(DelegatingHandler handler)
    {
        handler.InnerHandler = _app.GetTestServer().CreateHandler();
        return new HttpClient(handler) { BaseAddress = new Uri("http://localhost") };
    }

    public void Dispose() => ((IDisposable)_app).Dispose();
}
