using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
#if (UseThirdParty)
using SuperTokens.Backend.Recipes.ThirdParty;
#endif

namespace SuperTokensApp._1.Tests;

/// <summary>
/// The app as it is, with mails that stay here, on a core that lives in memory and starts empty; or on the core whose address is in the
/// environment variable SUPERTOKENS_TEST_CORE, with the API key in SUPERTOKENS_TEST_CORE_KEY if it needs one.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    public Mailbox Mails { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");

        // No other core, for example one of your user secrets, may be used by mistake.
        builder.UseSetting("SuperTokens:ConnectionUri", Environment.GetEnvironmentVariable("SUPERTOKENS_TEST_CORE") ?? "");
        builder.UseSetting("SuperTokens:ApiKey", Environment.GetEnvironmentVariable("SUPERTOKENS_TEST_CORE_KEY") ?? "");
        builder.ConfigureTestServices(services => services
            .AddSingleton<IStartupFilter, ForAdmins>()
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
            }));
    }
}
