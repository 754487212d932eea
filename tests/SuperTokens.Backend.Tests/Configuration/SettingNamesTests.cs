using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.EmailVerification;

namespace SuperTokens.Backend.Configuration;

/// <summary>Settings that are one of a few names.</summary>
public sealed class SettingNamesTests
{
    [Theory]
    [InlineData("Passwordless:ContactMethod", "EMAIL_OR_PHONE", "Email, Phone or EmailOrPhone")]
    [InlineData("Passwordless:ContactMethod", "Email,Phone", "Email, Phone or EmailOrPhone")]
    [InlineData("Passwordless:FlowType", "Code", "UserInputCode, MagicLink or UserInputCodeAndMagicLink")]
    [InlineData("EmailVerification:Mode", "On", "Required or Optional")]
    [InlineData("Session:AntiCsrf", "VIA_TOKEN", "None, ViaCustomHeader or ViaToken")]
    [InlineData("Session:TokenTransferMethod", "Cookies", "Any, Cookie or Header")]
    [InlineData("Session:TokenTransferMethod", "Cookie, Header", "Any, Cookie or Header")]
    [InlineData("Session:CookieSameSite", "Unspecified", "Strict, Lax or None")]
    [InlineData("Smtp:Security", "1", "StartTls, Tls or None")]
    public async Task Value_that_is_none_of_the_names_is_named_with_those_that_are(string setting, string value, string names)
    {
        await using var services = Build(setting, value);
        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal($"SuperTokens:{setting} is '{value}'. Use {names}.", exception.Message);
    }

    [Fact]
    public async Task Case_of_a_name_does_not_matter()
    {
        await using var services = Build("EmailVerification:Mode", "OPTIONAL");
        Assert.Equal(EmailVerificationMode.Optional, services.GetRequiredService<IOptions<EmailVerificationOptions>>().Value.Mode);
    }

    private static ServiceProvider Build(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SuperTokens:ConnectionUri"] = "http://localhost:3567",
            ["SuperTokens:AppInfo:AppName"] = "Acme",
            ["SuperTokens:AppInfo:ApiDomain"] = "https://api.example.com",
            ["SuperTokens:AppInfo:WebsiteDomain"] = "https://example.com",
            ["SuperTokens:Smtp:Host"] = "smtp.example.com",
            ["SuperTokens:Smtp:From"] = "no-reply@example.com",
            [$"SuperTokens:{setting}"] = value,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSuperTokens(configuration.GetSection("SuperTokens")).AddPasswordless().AddEmailVerification().AddSession().UseSmtp();
        return services.BuildServiceProvider();
    }
}
