using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>
/// Runs the checks in the background a second after the application has started, and logs what they find. With <c>--supertokens-doctor</c> it prints
/// that instead, and stops the application: exit code 1 where there is an error.
/// </summary>
internal sealed class DoctorService(
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    IHostEnvironment environment,
    IOptions<SuperTokensOptions> options,
    DoctorSwitch doctor,
    UsedMiddleware used,
    TimeProvider time,
    ILogger<DoctorService> logger) : IHostedService, IDisposable
{
    /// <summary>Who waits for the first answers of an application should not wait for its examination too.</summary>
    private static readonly TimeSpan s_quietStart = TimeSpan.FromSeconds(1);

    [SuppressMessage("Usage", "CA2213", Justification = "A host may be asked to stop once more while it is taken apart, and there is nothing in it to free.")]
    private readonly CancellationTokenSource _stopping = new();

    private CancellationTokenRegistration _whenStarted;
    private ITimer? _timer;
    private Task _run = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The web server starts last: what WebApplication adds to the pipeline by itself is not there yet.
        used.EndOfProgram();
        if (doctor.IsOn || options.Value.RunDoctorAtStart)
        {
            var stoppingToken = _stopping.Token;
            _whenStarted = lifetime.ApplicationStarted.Register(
                () => _timer = time.CreateTimer(_ => _run = RunAsync(stoppingToken), null, doctor.IsOn ? TimeSpan.Zero : s_quietStart, Timeout.InfiniteTimeSpan));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _run.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _whenStarted.Dispose();
        _timer?.Dispose();
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            var report = await services.GetRequiredService<DoctorRunner>().RunAsync(doctor.IsOn, stoppingToken);
            if (doctor.IsOn)
            {
                Print(report);
                lifetime.StopApplication();
                return;
            }

            foreach (var finding in report.Findings)
            {
                logger.Found(finding);
            }
        }
        catch (Exception exception) when (stoppingToken.IsCancellationRequested && exception is OperationCanceledException or ObjectDisposedException)
        {
            // The application stops; there is nobody left to tell.
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.CheckFailed(nameof(DoctorRunner), exception);
            if (doctor.IsOn)
            {
                services.GetRequiredService<IDoctorTerminal>().SetExitCode(1);
                lifetime.StopApplication();
            }
        }
    }

    private void Print(DoctorReport report)
    {
        var terminal = services.GetRequiredService<IDoctorTerminal>();
        terminal.WriteLine($"SuperTokens doctor: {options.Value.AppInfo.AppName}, environment {environment.EnvironmentName}");
        foreach (var fact in report.Facts)
        {
            terminal.WriteLine($"ok       {fact}");
        }

        foreach (var finding in report.Findings.OrderByDescending(finding => finding.Severity))
        {
            terminal.WriteLine($"{(finding.Severity == DoctorSeverity.Error ? "error  " : "warning")}  {finding}");
        }

        var errors = report.Findings.Count(finding => finding.Severity == DoctorSeverity.Error);
        terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{errors} {(errors == 1 ? "error" : "errors")}, {report.Findings.Count - errors} {(report.Findings.Count - errors == 1 ? "warning" : "warnings")}"));
        terminal.SetExitCode(errors == 0 ? 0 : 1);
    }
}
