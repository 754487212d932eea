using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Runs all checks.</summary>
internal sealed class DoctorRunner(IServiceProvider services, ILogger<DoctorRunner> logger)
{
    /// <summary>Runs the checks, one after the other: they share a core, and nobody waits for them at start.</summary>
    /// <param name="onDemand">Whether somebody waits for the answer.</param>
    /// <param name="cancellationToken">Cancels the run, because the application stops.</param>
    /// <returns>What they found.</returns>
    public async Task<DoctorReport> RunAsync(bool onDemand, CancellationToken cancellationToken)
    {
        var report = new DoctorReport(onDemand);
        foreach (var check in Checks(report, cancellationToken))
        {
            try
            {
                await check.CheckAsync(report, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A mistake in a check must not take the application with it, nor hide what the others find.
                Fail(report, check.GetType().Name, exception);
            }
        }

        return report;
    }

    private IEnumerable<IDoctorCheck> Checks(DoctorReport report, CancellationToken cancellationToken)
    {
        try
        {
            return services.GetServices<IDoctorCheck>();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // They need services that the application may have replaced by its own.
            Fail(report, "The set-up", exception);
            return [];
        }
    }

    private void Fail(DoctorReport report, string check, Exception exception)
    {
        logger.CheckFailed(check, exception);
        if (report.OnDemand)
        {
            // What was not looked at must not pass for sound. At start the log has the line above.
            report.Error(DoctorIds.CheckFailed, check, null, "It could not be checked, because the check failed itself.", "The log says how; if it is no service of the application's own that failed, please report it.");
        }
    }
}
