using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class CorsCheckTests
{
    [Fact]
    public async Task A_policy_that_lets_any_origin_in_with_credentials_is_found_although_SuperTokens_has_its_own()
    {
        var report = await DoctorApp.ExamineAsync(services: builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(Everybody)));
        Assert.Equal(DoctorSeverity.Error, report.Finding(DoctorIds.AnyOriginWithCredentials).Severity);
    }

    [Fact]
    public async Task So_is_one_that_an_endpoint_names()
    {
        var report = await DoctorApp.ExamineAsync(
            services: builder => builder.Services.AddCors(cors => cors.AddPolicy("open", Everybody)),
            pipeline: app =>
            {
                DoctorApp.UsualPipeline(app);
                app.MapGet("/open", () => "open").RequireCors("open");
            });
        Assert.Equal("The CORS policy open", report.Finding(DoctorIds.AnyOriginWithCredentials).Setting);
    }

    [Fact]
    public async Task And_one_that_an_endpoint_holds()
        => (await DoctorApp.ExamineAsync(pipeline: app =>
        {
            DoctorApp.UsualPipeline(app);
            app.MapGet("/open", () => "open").RequireCors(Everybody);
        })).Finding(DoctorIds.AnyOriginWithCredentials);

    [Fact]
    public async Task A_policy_for_any_origin_without_credentials_is_sound()
        => (await DoctorApp.ExamineAsync(services: builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin())))).AssertSound();

    [Fact]
    public async Task A_website_that_no_policy_lets_in_is_found()
        => Assert.Contains("UseSuperTokensCors", (await WithoutOursAsync(_ => { })).Finding(DoctorIds.NoCors).Fix, StringComparison.Ordinal);

    [Fact]
    public async Task A_policy_that_names_another_origin_does_not_let_the_website_in()
        => (await WithoutOursAsync(policy => policy.WithOrigins("https://www.example.com").AllowCredentials())).Finding(DoctorIds.NoCors);

    [Fact]
    public async Task Where_a_gateway_stands_before_the_API_it_may_answer_for_CORS()
        => Assert.Equal(DoctorSeverity.Warning, (await WithoutOursAsync(_ => { }, gateway: "/gateway")).Finding(DoctorIds.NoCors).Severity);

    [Fact]
    public async Task A_policy_for_the_website_without_credentials_is_found()
        => (await WithoutOursAsync(policy => policy.WithOrigins("https://example.com"))).Finding(DoctorIds.CorsWithoutCredentials);

    [Fact]
    public async Task A_policy_for_the_website_that_hides_front_token_is_found()
        => Assert.Equal("exposes x-page", (await WithoutOursAsync(policy => policy.WithOrigins("https://example.com").AllowCredentials().WithExposedHeaders("x-page"))).Finding(DoctorIds.CorsWithoutHeaders).Value);

    [Fact]
    public async Task A_policy_of_the_application_that_has_it_all_is_sound()
        => (await WithoutOursAsync(policy => policy.WithOrigins("https://example.com").AllowCredentials().WithExposedHeaders("front-token", "st-access-token"))).AssertSound();

    [Fact]
    public async Task A_policy_that_only_the_pipeline_names_or_holds_is_no_error()
    {
        static void Website(CorsPolicyBuilder policy) => policy.WithOrigins("https://example.com").AllowCredentials().WithExposedHeaders("front-token", "st-access-token");
        var named = await DoctorApp.ExamineAsync(
            services: builder => builder.Services.AddCors(cors => cors.AddPolicy("website", Website)),
            pipeline: app => app.UseCors("website").UseSuperTokens());
        var held = await DoctorApp.ExamineAsync(pipeline: app => app.UseCors(Website).UseSuperTokens());
        Assert.All([named, held], report => Assert.Equal(DoctorSeverity.Warning, report.Finding(DoctorIds.NoCors).Severity));
    }

    [Fact]
    public async Task A_website_with_the_API_s_own_origin_needs_no_CORS()
        => (await DoctorApp.ExamineAsync(
            options => options.AppInfo.WebsiteDomain = options.AppInfo.ApiDomain,
            pipeline: app => app.UseSuperTokens())).AssertSound();

    private static Task<DoctorReport> WithoutOursAsync(Action<CorsPolicyBuilder> policy, string? gateway = null)
        => DoctorApp.ExamineAsync(
            options => options.AppInfo.ApiGatewayPath = gateway,
            services: builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy)),
            pipeline: app =>
            {
                app.UseCors();
                app.UseSuperTokens();
            });

    private static void Everybody(CorsPolicyBuilder policy) => policy.SetIsOriginAllowed(_ => true).AllowCredentials();
}
