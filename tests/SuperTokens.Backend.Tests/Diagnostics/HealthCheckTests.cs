using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Diagnostics;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task An_application_is_healthy_with_its_core()
    {
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                builder.UseTestCore();
                builder.Services.AddHealthChecks().AddSuperTokensCore();
            },
            map: web => web.MapHealthChecks("/health"));
        using var client = app.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task A_core_that_does_not_answer_is_unhealthy_and_its_address_is_told_to_nobody()
    {
        using var core = new HelloCore(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "core.test refused"));
        await using var app = await StartAsync(core);
        using var client = app.CreateClient();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var entry = (await CheckAsync(app)).Entries["supertokens-core"];
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("0 of 2 hosts of the SuperTokens core answer.", entry.Description);
        Assert.Null(entry.Exception);
    }

    [Fact]
    public async Task One_host_of_two_is_degraded()
    {
        using var core = new HelloCore(host => host == "one.test" ? Text(HttpStatusCode.OK, "Hello") : Text(HttpStatusCode.InternalServerError, "no database"));
        await using var app = await StartAsync(core);
        var report = await CheckAsync(app);
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Equal((2, 1), ((int)report.Entries["supertokens-core"].Data["hosts"], (int)report.Entries["supertokens-core"].Data["answering"]));
    }

    [Fact]
    public async Task A_core_without_a_common_version_is_unhealthy()
    {
        using var core = new HelloCore(_ => Text(HttpStatusCode.OK, "Hello"), """{"versions":["2.21"]}""");
        await using var app = await StartAsync(core);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task What_answers_something_else_is_no_core()
    {
        using var core = new HelloCore(_ => Text(HttpStatusCode.OK, "<html>Welcome</html>"));
        await using var app = await StartAsync(core);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task The_core_is_asked_at_most_once_a_second()
    {
        using var core = new HelloCore(_ => Text(HttpStatusCode.OK, "Hello"));
        await using var app = await StartAsync(core);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CheckAsync(app)));
        Assert.Equal(2, core.Hellos);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync(app);
        Assert.Equal(4, core.Hellos);
    }

    [Fact]
    public async Task The_application_chooses_what_a_missing_core_means()
    {
        using var core = new HelloCore(_ => Text(HttpStatusCode.InternalServerError, "no"));
        await using var app = await StartAsync(core, HealthStatus.Degraded);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(app)).Status);
    }

    private static Task<TestApp> StartAsync(HelloCore core, HealthStatus? failureStatus = null)
        => TestApp.StartAsync(
            builder =>
            {
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => core);
                builder.Services.AddHealthChecks().AddSuperTokensCore(failureStatus: failureStatus);
            },
            options => options.ConnectionUri = "http://one.test;http://two.test",
            web => web.MapHealthChecks("/health"));

    private static Task<HealthReport> CheckAsync(TestApp app) => app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private static HttpResponseMessage Text(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text) };

    private sealed class HelloCore(Func<string, HttpResponseMessage> hello, string versions = """{"versions":["5.4"]}""") : HttpMessageHandler
    {
        private int _hellos;

        public int Hellos => _hellos;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/hello")
            {
                Interlocked.Increment(ref _hellos);
                return Task.FromResult(hello(request.RequestUri.Host));
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(versions, System.Text.Encoding.UTF8, "application/json") });
        }
    }
}
