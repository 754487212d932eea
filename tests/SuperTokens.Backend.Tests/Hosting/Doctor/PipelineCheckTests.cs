using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Hosting.Doctor.Checks;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class PipelineCheckTests
{
    [Fact]
    public async Task A_pipeline_without_SuperTokens_is_found()
    {
        var report = await DoctorApp.ExamineAsync(options => options.AppInfo.WebsiteDomain = options.AppInfo.ApiDomain, pipeline: _ => { });
        Assert.Equal(DoctorIds.NotInPipeline, Assert.Single(report.Findings).Id);
    }

    [Fact]
    public async Task SuperTokens_twice_is_found()
    {
        var report = await DoctorApp.ExamineAsync(pipeline: app =>
        {
            DoctorApp.UsualPipeline(app);
            app.UseSuperTokens();
        });
        Assert.Equal("called 2 times", report.Finding(DoctorIds.UsedTwice).Value);
    }

    [Fact]
    public async Task Routing_after_SuperTokens_is_found_where_the_attribute_needs_it()
    {
        static void RoutingLast(WebApplication app)
        {
            DoctorApp.UsualPipeline(app);
            app.UseRouting();
        }

        (await DoctorApp.ExamineAsync(pipeline: RoutingLast)).AssertSound();
        var report = await DoctorApp.ExamineAsync(pipeline: app =>
        {
            RoutingLast(app);
            app.MapGet("/mine", [RequireSession] () => "mine");
        });
        Assert.Equal("after app.UseSuperTokens()", report.Finding(DoctorIds.RoutingAfterSuperTokens).Value);
    }

    [Fact]
    public async Task A_host_with_handlers_instead_of_a_pipeline_is_sound()
        => (await DoctorApp.ExamineAsync(setUp: superTokens => superTokens.UsePipeline(), pipeline: _ => { })).AssertSound();

    [Fact]
    public async Task Authorization_before_CORS_is_found()
    {
        var report = await DoctorApp.ExamineAsync(pipeline: app =>
        {
            app.UseRouting();
            app.UseAuthorization();
            app.UseSuperTokensCors();
            app.UseSuperTokens();
            app.MapGet("/mine", () => "mine").RequireAuthorization();
        });
        report.Finding(DoctorIds.AuthorizationBeforeCors);
    }

    [Fact]
    public async Task Authorization_that_nobody_calls_comes_before_CORS_as_well()
    {
        var report = await DoctorApp.ExamineAsync(pipeline: app =>
        {
            app.UseSuperTokensCors();
            app.UseSuperTokens();
            app.MapGet("/mine", [Authorize] () => "mine");
        });
        report.Finding(DoctorIds.AuthorizationBeforeCors);
    }

    [Fact]
    public async Task Authorization_after_SuperTokens_is_sound()
        => (await DoctorApp.ExamineAsync(pipeline: app =>
        {
            DoctorApp.UsualPipeline(app);
            app.MapGet("/mine", [Authorize] () => "mine");
        })).AssertSound();

    [Theory]
    [InlineData("/auth/signin", "POST /auth/signin")]
    [InlineData("/auth/a-tenant/signin", "POST /auth/a-tenant/signin")]
    public async Task A_route_that_SuperTokens_serves_itself_is_found(string route, string clash)
    {
        var report = await DoctorApp.ExamineAsync(pipeline: app =>
        {
            DoctorApp.UsualPipeline(app);
            app.MapPost(route, () => "mine");
        });
        Assert.Equal(clash, report.Finding(DoctorIds.RouteNeverRuns).Value);
    }

    [Fact]
    public async Task An_action_that_a_conventional_route_puts_on_SuperTokens_path_is_found()
    {
        var report = await DoctorApp.ExamineAsync(
            pipeline: app =>
            {
                DoctorApp.UsualPipeline(app);
                app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
            },
            services: builder => builder.Services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OneController(typeof(AuthController)))));
        Assert.Equal("POST /auth/signin", report.Finding(DoctorIds.RouteNeverRuns).Value);
    }

    [Fact]
    public async Task Routes_beside_and_below_SuperTokens_paths_are_sound()
        => (await DoctorApp.ExamineAsync(pipeline: app =>
        {
            DoctorApp.UsualPipeline(app);
            app.MapGet("/auth/signin", () => "a page, where SuperTokens serves POST");
            app.MapGet("/auth/{**page}", () => "pages");
            app.MapPost("/auth/signin/extra", () => "mine");
            app.MapFallback(() => "everything else");
        })).AssertSound();

    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::]:3001", false)]
    [InlineData("https://localhost:7001;http://+:3001/", false)]
    public async Task A_server_that_listens_on_another_port_during_development_is_found(string addresses, bool isFound)
    {
        var report = await DoctorApp.ExamineAsync(
            options => options.AppInfo.ApiDomain = options.AppInfo.WebsiteDomain = "http://localhost:3001",
            environment: "Development",
            setUp: superTokens => superTokens.Services.AddSingleton<IDoctorCheck>(services => new ListeningCheck(
                services.GetRequiredService<DoctorSites>(), services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>(), new Listening(addresses.Split(';')))));
        Assert.Equal(isFound, report.Findings.Any(finding => finding.Id == DoctorIds.ListensElsewhere));
    }

    private sealed class Listening : IServer
    {
        public Listening(string[] addresses)
        {
            var feature = new ServerAddressesFeature();
            foreach (var address in addresses)
            {
                feature.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(feature);
        }

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
