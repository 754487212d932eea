using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class ConfigurationTests
{
    [Fact]
    public void Settings_come_from_the_recipes_section_and_code_comes_after()
    {
        using var provider = Build(builder => builder
            .AddEmailPassword(options => options.PasswordResetTokenLifetime *= 2)
            .AddMultitenancy()
            .UseSmtp(options => options.Port = 2525));

        var options = provider.GetRequiredService<IOptions<EmailPasswordOptions>>().Value;
        Assert.Equal(["name", "age"], options.FormFields.Select(field => field.Id));
        Assert.True(options.FormFields[1].Optional);
        Assert.Equal(TimeSpan.FromHours(4), options.PasswordResetTokenLifetime);
        Assert.Equal(["emailpassword"], provider.GetRequiredService<IOptions<MultitenancyOptions>>().Value.FirstFactors);
        var smtp = provider.GetRequiredService<IOptions<SmtpOptions>>().Value;
        Assert.Equal(("smtp.example.com", 2525, SmtpSecurity.Tls), (smtp.Host!, smtp.Port!.Value, smtp.Security));
    }

    [Fact]
    public void Adding_the_recipe_again_only_adds_to_its_options()
    {
        using var provider = Build(builder => builder.AddEmailPassword().AddEmailPassword(options => options.FormFields.Add(new FormField { Id = "city" })).AddMultitenancy());

        Assert.Equal(["name", "age", "city"], provider.GetRequiredService<IOptions<EmailPasswordOptions>>().Value.FormFields.Select(field => field.Id));
        Assert.Single(provider.GetServices<ISuperTokensEndpoints>().OfType<EmailPasswordEndpoints>());
        Assert.Single(provider.GetServices<ISuperTokensEndpoints>().OfType<MultitenancyEndpoints>());
        Assert.Equal(["emailpassword"], provider.GetServices<IFirstFactorSource>().SelectMany(source => source.FirstFactors));
    }

    [Fact]
    public void Own_sender_wins_wherever_it_is_registered()
    {
        var own = new KeptMails();
        foreach (var before in (bool[])[true, false])
        {
            using var provider = Build(builder =>
            {
                if (before)
                {
                    builder.Services.AddSingleton<IEmailSender>(own);
                }

                builder.AddEmailPassword();
                if (!before)
                {
                    builder.Services.AddSingleton<IEmailSender>(own);
                }
            });
            Assert.Same(own, provider.GetRequiredService<IEmailSender>());
        }
    }

    private static ServiceProvider Build(Action<SuperTokensBuilder> setUp)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SuperTokens:ConnectionUri"] = "http://localhost:3567",
            ["SuperTokens:AppInfo:AppName"] = "Test App",
            ["SuperTokens:AppInfo:ApiDomain"] = "http://localhost:4000",
            ["SuperTokens:AppInfo:WebsiteDomain"] = "http://localhost:3000",
            ["SuperTokens:EmailPassword:FormFields:0:Id"] = "name",
            ["SuperTokens:EmailPassword:FormFields:1:Id"] = "age",
            ["SuperTokens:EmailPassword:FormFields:1:Optional"] = "true",
            ["SuperTokens:EmailPassword:PasswordResetTokenLifetime"] = "02:00:00",
            ["SuperTokens:Multitenancy:FirstFactors:0"] = "emailpassword",
            ["SuperTokens:Smtp:Host"] = "smtp.example.com",
            ["SuperTokens:Smtp:Port"] = "25",
            ["SuperTokens:Smtp:Security"] = "Tls",
            ["SuperTokens:Smtp:From"] = "no-reply@example.com",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        setUp(services.AddSuperTokens(configuration.GetSection("SuperTokens")));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
