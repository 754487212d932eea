using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class LicenceCheckTests
{
    [Fact]
    public async Task Account_linking_without_a_licence_is_found()
        => Assert.Contains("(account_linking)", (await WithFeaturesAsync("", superTokens => superTokens.AddAccountLinking(linking => linking.Automatic = true))).Finding(DoctorIds.LicenceMissing).Why, StringComparison.Ordinal);

    [Fact]
    public async Task SAML_without_a_licence_is_found()
        => Assert.Equal("AddSaml()", (await WithFeaturesAsync("\"mfa\"", superTokens => superTokens.AddThirdParty().AddSaml())).Finding(DoctorIds.LicenceMissing).Setting);

    [Fact]
    public async Task Tenants_without_a_licence_are_found()
        => (await DoctorApp.ExamineAsync(
            core: DoctorApp.NewCore().Answer("GET /ee/featureflag", """{"features":[],"status":"OK"}"""),
            pipeline: app =>
            {
                DoctorApp.UsualPipeline(app);
                app.MapGet("/{tenantId}/mine", () => "mine").RequireTenant();
            })).Finding(DoctorIds.LicenceMissing);

    [Fact]
    public async Task A_licence_that_covers_what_is_used_is_sound()
        => (await WithFeaturesAsync("\"account_linking\",\"saml\"", superTokens => superTokens.AddThirdParty().AddSaml().AddAccountLinking(linking => linking.Automatic = true))).AssertSound();

    [Fact]
    public async Task A_core_is_not_asked_for_a_licence_that_nothing_needs()
    {
        var core = DoctorApp.NewCore();
        (await DoctorApp.ExamineAsync(core: core)).AssertSound();
        Assert.Empty(core.Calls);
    }

    private static Task<DoctorReport> WithFeaturesAsync(string features, Action<SuperTokensBuilder> setUp)
        => DoctorApp.ExamineAsync(core: DoctorApp.NewCore().Answer("GET /ee/featureflag", $$"""{"features":[{{features}}],"usageStats":{},"status":"OK"}"""), setUp: setUp);
}
