using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>An embedded core with a flow's settings, served over HTTP, which the flow's apps share.</summary>
internal sealed class ReplayCore : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LeakScanner _leaks;

    private ReplayCore(WebApplication app, LeakScanner leaks) => (_app, _leaks) = (app, leaks);

    public static async Task<ReplayCore> StartAsync(RecordedFlow flow, FakeTimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services
            .AddSuperTokens(options =>
            {
                options.AppInfo.AppName = "Core";
                options.AppInfo.ApiDomain = "http://core.test";
                options.AppInfo.WebsiteDomain = "http://core.test";
            })
            .UseTestCore(options =>
            {
                var recorded = RecordedCoreOptions.Of(flow);
                options.ApiKeys = recorded.ApiKeys;
                options.CoreConfig = recorded.CoreConfig;
            });
        var leaks = builder.Services.AddLeakCheck();
        var app = builder.Build();
        app.MapSuperTokensCore();
        await app.StartAsync();
        return new ReplayCore(app, leaks);
    }

    public HttpMessageHandler CreateHandler() => new LeakHandler(_leaks, _app.GetTestServer().CreateHandler());

    /// <summary>
    /// Does what the recording did to the core beside the client's requests: the script's own calls and those of SDK functions.
    /// Their answers are compared where the core is tested; here they only tell which of our values stands for which.
    /// </summary>
    public async Task SendDirectCallAsync(RecordedExchange exchange, RecordingMatcher matcher)
    {
        if (exchange is not { Side: "cdi" } || !(exchange.IsDirect || exchange.IsSdkCall))
        {
            return;
        }

        using var client = new HttpClient(CreateHandler()) { BaseAddress = new Uri("http://core.test") };
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Request.Method), matcher.Translate(exchange.Request.Path));
        var body = exchange.Request.BodyText ?? matcher.Translate(exchange.Request.Body)?.ToJsonString();
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
        }

        foreach (var (name, values) in exchange.Request.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        using var response = await client.SendAsync(request);
        if (exchange.Response.HasJsonBody)
        {
            RecordedAnswer.CompareBody(exchange.Response, await response.Content.ReadAsStringAsync(), matcher);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
