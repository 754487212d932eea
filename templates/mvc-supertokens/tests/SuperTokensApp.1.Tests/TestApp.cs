using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
#if (UseThirdParty)
using SuperTokens.Backend.Recipes.ThirdParty;
#endif

namespace SuperTokensApp._1.Tests;

/// <summary>The app as it is, on a core that lives in memory and starts empty, and with mails that stay here.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    public Mailbox Mails { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");

        // A core that is configured, for example in your user secrets, would win over the one in memory.
        builder.UseSetting("SuperTokens:ConnectionUri", "");
        builder.ConfigureTestServices(services => services
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
