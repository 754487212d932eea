using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting.Doctor;

public sealed class DoctorServiceTests
{
    [Fact]
    public async Task What_is_found_at_start_is_logged_with_its_id_and_the_application_goes_on()
    {
        var log = new DoctorLogProvider();
        var core = new StubCore().Answer("GET /apiversion", _ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        await using var app = DoctorApp.Build(
            options => options.RunDoctorAtStart = true, core: core, services: builder => builder.Logging.AddProvider(log));
        await app.StartAsync();

        var (level, id, message) = await log.First.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((LogLevel.Error, DoctorIds.CoreUnreachable), (level, id));
        Assert.StartsWith("ST1550 SuperTokens:ConnectionUri is 'https://core.example.com'. Nothing answers there", message, StringComparison.Ordinal);
        Assert.False(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task A_start_does_not_wait_for_the_checks()
    {
        using var never = new SemaphoreSlim(0);
        await using var app = DoctorApp.Build(
            options => options.RunDoctorAtStart = true, setUp: superTokens => superTokens.Services.AddSingleton<IDoctorCheck>(new WaitingCheck(never)));
        await app.StartAsync();
        await app.StopAsync();
    }

    [Fact]
    public async Task Stopping_once_more_after_the_end_does_no_harm()
    {
        var app = DoctorApp.Build(options => options.RunDoctorAtStart = true);
        await app.StartAsync();
        var services = app.Services.GetServices<IHostedService>().Where(service => service.GetType().Assembly == typeof(DoctorService).Assembly).ToList();
        await app.DisposeAsync();

        // As a host in a test does, which both the test and the program's own thread stop.
        foreach (var service in services)
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_check_that_fails_hides_no_other_and_stops_nothing()
    {
        var log = new TestLog();
        await using var app = DoctorApp.Build(
            log: log, setUp: superTokens => superTokens.Services.Insert(0, ServiceDescriptor.Singleton<IDoctorCheck>(new FailingCheck())), pipeline: _ => { });
        await app.StartAsync();
        var report = await app.Services.GetRequiredService<DoctorRunner>().RunAsync(onDemand: false, CancellationToken.None);
        report.Finding(DoctorIds.NotInPipeline);
        Assert.Contains(log.Lines, line => line.Contains("The check FailingCheck of SuperTokens' set-up failed itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_demand_the_findings_are_printed_and_the_application_ends_with_1()
    {
        var terminal = await RunOnDemandAsync(options => options.AppInfo.ApiDomain = "http://api.example.com");
        Assert.Equal("SuperTokens doctor: Test App, environment Production", terminal.Lines[0]);
        Assert.Contains(terminal.Lines, line => line.StartsWith("error    ST1503 SuperTokens:AppInfo:ApiDomain is 'http://api.example.com'. ", StringComparison.Ordinal));
        Assert.Equal(1, terminal.Code);
    }

    [Fact]
    public async Task Without_errors_it_ends_with_0()
    {
        var terminal = await RunOnDemandAsync(_ => { });
        Assert.Equal("0 errors, 0 warnings", terminal.Lines[^1]);
        Assert.Equal(0, terminal.Code);
    }

    [Fact]
    public async Task On_demand_a_check_that_fails_is_told_and_does_not_pass_for_a_sound_set_up()
    {
        var terminal = await RunOnDemandAsync(_ => { }, new FailingCheck());
        Assert.Contains(terminal.Lines, line => line.StartsWith("error    ST1599 FailingCheck: ", StringComparison.Ordinal));
        Assert.Equal(1, terminal.Code);
    }

    [Fact]
    public async Task Checks_that_cannot_be_made_do_not_stop_the_application()
    {
        var log = new DoctorLogProvider();
        await using var app = DoctorApp.Build(
            options => options.RunDoctorAtStart = true,
            setUp: superTokens => superTokens.Services.AddSingleton<IDoctorCheck>(_ => throw new InvalidOperationException("A service of the application's own.")),
            services: builder => builder.Logging.AddProvider(log));
        await app.StartAsync();
        var (_, id, message) = await log.First.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(DoctorIds.CheckFailed, id);
        Assert.Contains("failed itself", message, StringComparison.Ordinal);
        Assert.False(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task On_demand_no_port_is_taken()
    {
        await using var app = DoctorApp.Build(setUp: superTokens => superTokens.Services.AddSuperTokensDoctor([DoctorSwitch.Argument]));
        Assert.IsType<SilentServer>(app.Services.GetRequiredService<IServer>());
    }

    [Fact]
    public async Task On_demand_what_validation_refuses_is_a_line_each_and_exit_code_1()
    {
        var terminal = new TestTerminal();
        await using var app = DoctorApp.Build(
            options => options.AppInfo.ApiDomain = options.AppInfo.AppName = null,
            setUp: superTokens =>
            {
                superTokens.Services.AddSuperTokensDoctor([DoctorSwitch.Argument]);
                superTokens.Services.Replace(ServiceDescriptor.Singleton<IDoctorTerminal>(terminal));
            });
        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
        Assert.Contains(terminal.Lines, line => line.StartsWith("error    ST1500 SuperTokens:AppInfo:AppName is not set. ", StringComparison.Ordinal));
        Assert.Contains(terminal.Lines, line => line.StartsWith("error    ST1500 SuperTokens:AppInfo:ApiDomain is not set. ", StringComparison.Ordinal));
        Assert.Equal(1, terminal.Code);
    }

    [Fact]
    public void The_switch_is_seen_where_the_configuration_loses_it()
    {
        string[] last = ["--urls", "http://localhost:5000", "--supertokens-doctor"];
        Assert.Null(new ConfigurationBuilder().AddCommandLine(last).Build()["supertokens-doctor"]);
        Assert.True(new DoctorSwitch(last).IsOn);
        Assert.False(new DoctorSwitch(["--urls", "http://localhost:5000"]).IsOn);
    }

    [Fact]
    public void Every_finding_has_an_id_of_its_own_in_the_block_and_a_row_in_the_docs()
    {
        var ids = typeof(DoctorIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!).ToList();
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.InRange(id, 1500, 1599));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "doctor.md"));
        Assert.All(ids, id => Assert.Contains($"| ST{id} |", page, StringComparison.Ordinal));
    }

    private static async Task<TestTerminal> RunOnDemandAsync(Action<Configuration.SuperTokensOptions> configure, IDoctorCheck? check = null)
    {
        var terminal = new TestTerminal();
        await using var app = DoctorApp.Build(
            configure,
            setUp: superTokens =>
            {
                superTokens.Services.Replace(ServiceDescriptor.Singleton(new DoctorSwitch([DoctorSwitch.Argument])));
                superTokens.Services.Replace(ServiceDescriptor.Singleton<IDoctorTerminal>(terminal));
                if (check is not null)
                {
                    superTokens.Services.AddSingleton(check);
                }
            });
        await app.RunAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return terminal;
    }

    private sealed class TestTerminal : IDoctorTerminal
    {
        public List<string> Lines { get; } = [];

        public int? Code { get; private set; }

        public void WriteLine(string line) => Lines.Add(line);

        public void SetExitCode(int code) => Code = code;

        public void Exit(int code) => Code = code;
    }

    private sealed class WaitingCheck(SemaphoreSlim semaphore) : IDoctorCheck
    {
        public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken) => semaphore.WaitAsync(cancellationToken);
    }

    private sealed class FailingCheck : IDoctorCheck
    {
        public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken) => throw new NotSupportedException("A mistake.");
    }

    private sealed class DoctorLogProvider : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource<(LogLevel Level, int Id, string Message)> _first = new();

        public Task<(LogLevel Level, int Id, string Message)> First => _first.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is >= 1500 and < 1600)
            {
                _first.TrySetResult((logLevel, eventId.Id, formatter(state, exception)));
            }
        }

        public void Dispose()
        {
        }
    }
}
