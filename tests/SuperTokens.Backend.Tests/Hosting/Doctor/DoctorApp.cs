using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Applications for the doctor to look at. Unless a test says otherwise nothing is wrong with one: production, https, one domain, a new core with a key.</summary>
internal static class DoctorApp
{
    /// <summary>A core that is new enough for everything.</summary>
    public static StubCore NewCore() => new StubCore().Answer("GET /apiversion", """{"versions":["5.3","5.4","5.5","5.6"]}""");

    /// <summary>Starts an application, looks at it once and stops it.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <param name="setUp">Adds recipes, beside EmailPassword and Session.</param>
    /// <param name="pipeline">Builds the pipeline. Default: as the README shows.</param>
    /// <param name="services">Adds the application's own services.</param>
    /// <param name="environment">The hosting environment.</param>
    /// <param name="core">The core. Default: a new one.</param>
    /// <param name="onDemand">Whether somebody asked for it.</param>
    /// <param name="arguments">The application's arguments.</param>
    /// <returns>What was found.</returns>
    public static async Task<DoctorReport> ExamineAsync(
        Action<SuperTokensOptions>? configure = null,
        Action<SuperTokensBuilder>? setUp = null,
        Action<WebApplication>? pipeline = null,
        Action<WebApplicationBuilder>? services = null,
        string environment = "Production",
        HttpMessageHandler? core = null,
        bool onDemand = true,
        string[]? arguments = null)
    {
        await using var app = Build(configure, setUp, pipeline, services, environment, core, arguments: arguments);
        await app.StartAsync();
        return await app.Services.GetRequiredService<DoctorRunner>().RunAsync(onDemand, CancellationToken.None);
    }

    /// <summary>Builds an application that has not started.</summary>
    public static WebApplication Build(
        Action<SuperTokensOptions>? configure = null,
        Action<SuperTokensBuilder>? setUp = null,
        Action<WebApplication>? pipeline = null,
        Action<WebApplicationBuilder>? services = null,
        string environment = "Production",
        HttpMessageHandler? core = null,
        TestLog? log = null,
        string[]? arguments = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, Args = arguments ?? [] });
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        services?.Invoke(builder);
        var superTokens = builder.Services.AddSuperTokens(options =>
        {
            options.AppInfo.AppName = "Test App";
            options.AppInfo.ApiDomain = "https://api.example.com";
            options.AppInfo.WebsiteDomain = "https://example.com";
            options.ConnectionUri = "https://core.example.com";
            options.ApiKey = "a-key-that-stays-secret";
            options.RunDoctorAtStart = false;
            configure?.Invoke(options);
        }).AddEmailPassword().AddSession();

        // Else the missing mail server of password resets would be found each time.
        builder.Services.AddSingleton<Delivery.IEmailSender, NoEmailSender>();
        builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => core ?? NewCore());
        setUp?.Invoke(superTokens);
        builder.Services.AddLeakCheck(log);
        var app = builder.Build();
        (pipeline ?? UsualPipeline)(app);
        return app;
    }

    /// <summary>The pipeline that the README shows.</summary>
    public static void UsualPipeline(WebApplication app)
    {
        app.UseSuperTokensCors();
        app.UseSuperTokens();
        app.UseAuthorization();
    }

    /// <summary>The one finding with an id.</summary>
    public static DoctorFinding Finding(this DoctorReport report, int id) => Assert.Single(report.Findings, finding => finding.Id == id);

    /// <summary>Asserts that nothing was found.</summary>
    public static void AssertSound(this DoctorReport report) => Assert.Empty(report.Findings.Select(finding => finding.ToString()));

    private sealed class NoEmailSender : Delivery.IEmailSender
    {
        public Task SendAsync(Delivery.EmailMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
