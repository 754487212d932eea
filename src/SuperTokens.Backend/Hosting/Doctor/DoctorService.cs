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
    ILogger<DoctorService> logger) : BackgroundService
{
    /// <summary>Who waits for the first answers of an application should not wait for its examination too.</summary>
    private static readonly TimeSpan s_quietStart = TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The web server starts last: what WebApplication adds to the pipeline by itself is not there yet.
        used.EndOfProgram();
        return doctor.IsOn || options.Value.RunDoctorAtStart ? base.StartAsync(cancellationToken) : Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await HasStartedAsync(stoppingToken))
        {
            return;
        }

        try
        {
            if (!doctor.IsOn)
            {
                await Task.Delay(s_quietStart, time, stoppingToken);
            }

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
    }

    private async Task<bool> HasStartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
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
