using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SuperTokens.Backend.Delivery;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class SecretCheckTests
{
    [Theory]
    [InlineData("appsettings.Production.json", true)]
    [InlineData("secrets.json", false)]
    public async Task A_secret_in_a_settings_file_is_found_and_not_shown(string file, bool isFound)
    {
        var folder = Directory.CreateTempSubdirectory("doctor");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), """{"SuperTokens":{"Smtp":{"Password":"open-sesame"},"ConnectionUri":"http://localhost:3567"}}""");
            var report = await DoctorApp.ExamineAsync(services: builder =>
            {
                builder.Configuration.AddJsonFile(Path.Combine(folder.FullName, file));
                builder.Services.AddSuperTokens(builder.Configuration.GetSection("SuperTokens"));
            });
            Assert.Equal(isFound, report.Findings.Any(finding => finding is { Id: DoctorIds.SecretInFile, Setting: "SuperTokens:Smtp:Password" }));
            Assert.DoesNotContain(report.Findings, finding => finding.ToString().Contains("open-sesame", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("google", "SuperTokens:ThirdParty:Providers:google:ClientSecret")]
    [InlineData("apple", "SuperTokens:ThirdParty:Providers:apple:AdditionalConfig:privateKey")]
    public async Task A_provider_without_its_secret_is_found_during_development(string provider, string setting)
    {
        var report = await DoctorApp.ExamineAsync(
            setUp: superTokens => superTokens.AddThirdParty(options => options.Providers[provider] = new() { ClientId = "client" }), environment: "Development");
        Assert.Contains(report.Findings, finding => finding.Id == DoctorIds.ProviderSecretMissing && finding.Setting == setting);
    }

    [Fact]
    public async Task A_provider_with_its_secret_is_sound()
        => (await DoctorApp.ExamineAsync(
            setUp: superTokens => superTokens.AddThirdParty(options => options.Providers["google"] = new() { ClientId = "client", ClientSecret = "open-sesame" }),
            environment: "Development")).AssertSound();

    [Fact]
    public async Task Mails_that_nothing_sends_are_found()
        => Assert.Equal("SuperTokens:Smtp", (await DoctorApp.ExamineAsync(setUp: superTokens =>
            superTokens.Services.Replace(ServiceDescriptor.Singleton<IEmailSender, UnconfiguredEmailSender>()))).Finding(DoctorIds.NoSender).Setting);

    [Fact]
    public async Task SMS_that_nothing_sends_are_found()
        => Assert.Equal("SuperTokens:Twilio", (await DoctorApp.ExamineAsync(setUp: superTokens =>
            superTokens.AddPasswordless(options => options.ContactMethod = Recipes.Passwordless.PasswordlessContactMethod.Phone))).Finding(DoctorIds.NoSender).Setting);
}
